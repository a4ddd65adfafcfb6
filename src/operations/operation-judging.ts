import { Blocker, stopping } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import { OperationFacts, OperationStep, operationStepBlockers } from '../domain/removal/operation-lifecycle';
import type { OperationAtPlace } from './operations.desk';

/** What stops this step; remarks are shown on the page and stop nothing. */
export const judged = (
  step: OperationStep,
  { operation }: OperationAtPlace,
  actor: Actor,
  facts: OperationFacts,
): Blocker[] => stopping(operationStepBlockers(step, operation.state, actor.role, facts));
