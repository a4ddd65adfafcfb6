import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { PunchKind, punchKindNames, PunchLine, readyBlockers } from '../domain/construction/punch-list';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { worksPaths } from '../works/works.paths';
import { inspectionPaths } from './inspections.paths';

/** The punch list (views/inspections/punch-list, and its sheet print-punch). */
export interface PunchListPage {
  title: string;
  heading: string;
  about: string;
  groups: { name: string; rows: PunchRow[] }[];
  /** What is said where the list is empty. */
  nothing: string;
  reasons: { text: string }[];
  printLink: string;
  backLink: string;
}

interface PunchRow {
  number: number;
  what: string;
  /** Empty where the line leads nowhere. */
  link: string;
  standing: string;
  due: string;
}

interface PunchView {
  compound: Compound;
  renovation: Renovation | null;
  /** Are there items at all? */
  hasItems: boolean;
  lines: readonly PunchLine[];
  today: CalendarDate;
}

const linkOf: Record<PunchKind, (id: number) => string> = {
  item: worksPaths.item,
  finding: inspectionPaths.finding,
  photo: (id) => `/points/${id}`,
};

/** What is still to be done, kind by kind, numbered through. */
export function toPunchList(view: PunchView): PunchListPage {
  const { compound, renovation, hasItems, lines, today } = view;
  const sequence = sequenceOf(renovation);
  const kinds = (Object.keys(punchKindNames) as PunchKind[]).filter((kind) =>
    lines.some((line) => line.kind === kind),
  );
  return {
    title: `收尾清单 · ${compound.name}`,
    heading: '收尾清单',
    about: [
      compound.name,
      dayInWords(today),
      lines.length || !hasItems ? `共 ${lines.length} 项` : '全部办完',
    ].join('　'),
    nothing: hasItems
      ? '项目都分项验收合格，问题都复查通过，拍照点都有完工后的照片。可以申请验收。'
      : '还没有登记施工项目，清单从「合同和项目」里的项目开始。',
    groups: kinds.map((kind) => ({
      name: punchKindNames[kind],
      rows: lines
        .map((line, at): [PunchLine, number] => [line, at + 1])
        .filter(([line]) => line.kind === kind)
        .map(([line, number]) => ({
          ...{ number, what: line.what, link: linkOf[kind](line.id), standing: line.standing },
          due: line.dueOn === null ? '—' : dayInWords(line.dueOn),
        })),
    })),
    reasons: readyBlockers(lines),
    printLink: inspectionPaths.printPunchList(compound.code, sequence),
    backLink: inspectionPaths.checks(compound.code, sequence),
  };
}

/** The same inside the workspace. */
export const toPunchListPage = (view: PunchView, frame: Frame): PunchListPage & Frame => ({
  ...frame,
  ...toPunchList(view),
});
