import { Frame } from '../compounds/workspace';
import { blockerLevelNames } from '../domain/kernel/blocker';
import { GateCheck } from '../domain/renovation/gate-checks';
import { EmptyNote } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { stagesPaths } from './stages.paths';

/** The form by which the district officer lets a gate pass. */
export interface OverridePage extends Frame {
  title: string;
  form: FormState;
  action: string;
  backLink: string;
  gateOptions: { value: string; label: string; hint: string }[];
  /** The gates of the law that are missing: said, so that nobody looks for them above. */
  lawful: string[];
  empty?: EmptyNote;
}

/** `checks` are the gates of the next passages. */
export function toOverrideForm(
  frame: Frame,
  code: string,
  checks: readonly GateCheck[],
  form: FormState,
): OverridePage {
  const open = checks.filter(({ overridable }) => overridable);
  return {
    ...frame,
    title: '例外放行',
    form,
    action: stagesPaths.overrides(code),
    backLink: stagesPaths.index(code),
    gateOptions: open.map(({ gate, text, detail, source }) => ({
      value: gate,
      label: text,
      hint: `${detail}。${source}`,
    })),
    lawful: checks
      .filter(({ state, level }) => state === 'missing' && level === 'law')
      .map(({ text, who, source }) => `${text}（${blockerLevelNames.law}，${source}），由${who}补齐`),
    ...(open.length === 0 && {
      empty: {
        text: '现在没有可以例外放行的条件：不缺，或者是法定要求。',
        link: stagesPaths.index(code),
        label: '回到阶段',
      },
    }),
  };
}
