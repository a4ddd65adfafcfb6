import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/people/actor';
import { Action, mayDo } from '../domain/people/permissions';
import type { ActionLink } from '../platform/web/figures';

/** Where a room above leads from a contract or an item, for whom. */
export interface WorkLink<Subject> {
  label: string;
  action: Action;
  link: (subject: Subject) => string;
  /** Is there something to lead to? Always where it is left out. */
  isOffered?: (subject: Subject) => boolean;
}

/** A contract as those who lead on from it know it. */
export interface LinkedContract {
  id: number;
  role: string;
  state: string;
}

/** An item as those who lead on from it know it; `code` is that of its compound. */
export interface LinkedItem {
  id: number;
  state: string;
  hasConcealed: boolean;
  code: string;
}

/** Where rooms above put in what can be done from a contract or an item, so that the works need to know none of them. */
@Injectable()
export class WorkLinks {
  private readonly contracts: WorkLink<LinkedContract>[] = [];
  private readonly items: WorkLink<LinkedItem>[] = [];

  /** Called once by a room when it starts. */
  registerContract(link: WorkLink<LinkedContract>): void {
    this.contracts.push(link);
  }

  /** Called once by a room when it starts. */
  registerItem(link: WorkLink<LinkedItem>): void {
    this.items.push(link);
  }

  ofContract(actor: Actor, contract: LinkedContract): ActionLink[] {
    return offered(this.contracts, actor, contract);
  }

  ofItem(actor: Actor, item: LinkedItem): ActionLink[] {
    return offered(this.items, actor, item);
  }
}

const offered = <Subject>(
  links: readonly WorkLink<Subject>[],
  actor: Actor,
  subject: Subject,
): ActionLink[] =>
  links
    .filter(({ action, isOffered }) => mayDo(actor.role, action) && (isOffered?.(subject) ?? true))
    .map(({ label, link }) => ({ label, link: link(subject) }));
