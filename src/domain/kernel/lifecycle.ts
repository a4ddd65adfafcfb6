// A lifecycle is a table of arrows: each step leads from some states to one, may be taken by some roles, unless reasons
// speak against it. The same table feeds the buttons of a page and the check of what was posted.
import type { Blocker } from './blocker';

/** One arrow: from which states, to which, by which roles, unless which reasons. */
export interface Arrow<State extends string, Role extends string, Facts> {
  from: readonly State[];
  to: State;
  by: readonly Role[];
  label: string;
  blockers?: (facts: Facts) => Blocker[];
}

/** All steps of one kind of thing, by the name of the step. */
export type Lifecycle<Step extends string, State extends string, Role extends string, Facts> = Record<
  Step,
  Arrow<State, Role, Facts>
>;

/** A step that this state and role know, with every reason that still speaks against it. */
export interface Step<Name extends string, State extends string> {
  step: Name;
  label: string;
  to: State;
  blockers: Blocker[];
}

/** Which steps does this state offer to this role, and what speaks against each? */
export function allowedSteps<Name extends string, State extends string, Role extends string, Facts>(
  lifecycle: Lifecycle<Name, State, Role, Facts>,
  state: State,
  role: Role,
  facts: Facts,
): Step<Name, State>[] {
  return (Object.keys(lifecycle) as Name[])
    .filter((name) => lifecycle[name].from.includes(state) && lifecycle[name].by.includes(role))
    .map((name) => {
      const { label, to, blockers } = lifecycle[name];
      return { step: name, label, to, blockers: blockers?.(facts) ?? [] };
    });
}

/** Everything that speaks against this step now: wrong role, wrong state, and the arrow's own reasons. */
export function stepBlockers<Name extends string, State extends string, Role extends string, Facts>(
  lifecycle: Lifecycle<Name, State, Role, Facts>,
  name: Name,
  now: { state: State; role: Role; facts: Facts },
  words: { states: Record<State, string>; roles: Record<Role, string> },
): Blocker[] {
  const arrow = lifecycle[name];
  const found: Blocker[] = [];
  if (!arrow.by.includes(now.role)) {
    const titles = arrow.by.map((role) => words.roles[role]).join('、');
    found.push({ code: 'step.role', level: 'policy', text: `「${arrow.label}」由${titles}办理` });
  }
  if (!arrow.from.includes(now.state)) {
    const text = `现在是「${words.states[now.state]}」，不能「${arrow.label}」。请刷新页面查看当前状态`;
    found.push({ code: 'step.state', level: 'policy', text });
    return found;
  }
  return [...found, ...(arrow.blockers?.(now.facts) ?? [])];
}
