import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { dayOrDash } from '../domain/kernel/calendar-date';
import { managementModeNames } from '../domain/plan/plan-sheet';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { versionName } from './plan-words';
import type { PlanVersion } from './plan.entities';
import { plansPaths } from './plans.paths';

/** What the sheet says in one word or number each; typed texts stand beside it. */
export function sheetFacts(version: PlanVersion): FactLine[] {
  const { durationDays, plannedFromOn, plannedUntilOn, managementMode } = version;
  return [
    { term: '工期', value: durationDays === null ? '—' : `${durationDays} 天` },
    { term: '计划开工', value: dayOrDash(plannedFromOn) },
    { term: '计划完工', value: dayOrDash(plannedUntilOn) },
    { term: '改造后怎么管', value: managementMode ? managementModeNames[managementMode] : '—' },
  ];
}

/** The typed texts of the sheet that say something. */
export const sheetTexts = ({
  impact,
  measures,
  managementNote,
}: PlanVersion): { label: string; text: string }[] =>
  [
    { label: '施工影响', text: impact },
    { label: '临时措施', text: measures },
    { label: '管理模式说明', text: managementNote },
  ].flatMap(({ label, text }) => (text?.trim() ? [{ label, text }] : []));

/** The form of a version's sheet (views/plans/edit). */
export interface PlanSheetPage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  modes: Option[];
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  backLink: string;
}

/** The form of the sheet. */
export function toPlanSheet(
  { compound, version, wasStale }: { compound: Compound; version: PlanVersion; wasStale: boolean },
  form: FormState,
  frame: Frame,
): PlanSheetPage {
  const texts = sheetTexts(version).map(({ label, text }) => ({ term: label, value: text }));
  return {
    ...frame,
    title: `方案说明 · ${compound.name}`,
    heading: `${versionName(version)}：工期、影响和管理`,
    form,
    action: plansPaths.version(version.id),
    modes: toOptions(managementModeNames),
    latest: wasStale ? [...sheetFacts(version), ...texts] : [],
    backLink: plansPaths.index(compound.code),
  };
}
