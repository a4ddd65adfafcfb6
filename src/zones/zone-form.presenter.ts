import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import type { Blocker } from '../domain/kernel/blocker';
import type { ZoneItem } from '../domain/removal/work-zones';
import { zoneName, zoneShortName } from '../domain/removal/zone-draft';
import { plansPaths } from '../plans/plans.paths';
import type { FixedPlan } from '../plans/plans.totals';
import type { EmptyNote, FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { PinPicker, SketchFile, toPinPicker } from './pin-picker';
import type { WorkZone } from './zone.entities';
import { zonesPaths } from './zones.paths';

/** A zone, new or to be changed (views/zones/zone-form). */
export interface ZoneFormPage extends Frame {
  title: string;
  heading: string;
  isNew: boolean;
  form: FormState;
  action: string;
  items: Option[];
  /** Why there are no items to choose; left out where there are. */
  itemsEmpty?: EmptyNote;
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  backLink: string;
}

interface ZoneFormView {
  compound: Compound;
  /** null for a new one. */
  zone: (WorkZone & { lines: number[] }) | null;
  plan: FixedPlan | null;
  /** Every zone of the renovation, and what is drawn on them. */
  others: readonly WorkZone[];
  drawn: readonly ZoneItem[];
  wasStale: boolean;
}

/** The form of a zone. */
export function toZoneForm(view: ZoneFormView, form: FormState, frame: Frame): ZoneFormPage {
  const { compound, zone, plan, wasStale } = view;
  const heading = zone ? `修改${zoneName(zone)}` : '添加施工区域';
  return {
    ...frame,
    title: `${heading} · ${compound.name}`,
    heading,
    isNew: zone === null,
    form,
    action: zone ? zonesPaths.zone(zone.id) : zonesPaths.create(compound.code),
    items: (plan?.items ?? []).map(({ line, name, place }) => ({
      value: String(line),
      label: name,
      hint: [place, elsewhere(line, view)].filter(Boolean).join('；'),
    })),
    ...(!plan && {
      itemsEmpty: {
        text: '方案还没有定案，定案以后再把改造内容落到区域上',
        link: plansPaths.index(compound.code),
        label: '去方案',
      },
    }),
    latest: zone && wasStale ? storedFacts(zone, plan) : [],
    backLink: zonesPaths.ground(compound.code),
  };
}

/** '已落在 B区': an item may lie on several zones. */
function elsewhere(line: number, { zone, others, drawn }: ZoneFormView): string {
  const ids = drawn.find((item) => item.line === line)?.zones ?? [];
  const letters = others.filter(({ id }) => id !== zone?.id && ids.includes(id)).map(zoneShortName);
  return letters.length ? `也落在 ${letters.join('、')}` : '';
}

function storedFacts(zone: WorkZone & { lines: number[] }, plan: FixedPlan | null): FactLine[] {
  const names = (plan?.items ?? []).filter(({ line }) => zone.lines.includes(line)).map(({ name }) => name);
  return [
    { term: '名称', value: zone.name },
    { term: '改造内容', value: names.join('、') || '—' },
    { term: '首个施工区域', value: zone.isFirst ? '是' : '否' },
  ];
}

/** Marking a zone on the sketch (views/zones/pin). */
export interface ZonePinPage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  picker: PinPicker;
  backLink: string;
}

/** The page on which a zone is marked. */
export function toZonePin(
  { compound, zone, sketch }: { compound: Compound; zone: WorkZone; sketch: SketchFile | null },
  form: FormState,
  frame: Frame,
): ZonePinPage {
  return {
    ...frame,
    title: `标注${zoneName(zone)} · ${compound.name}`,
    heading: `${zoneName(zone)}在哪里`,
    form,
    action: zonesPaths.pins(zone.id),
    picker: toPinPicker(compound.code, sketch, zone),
    backLink: zonesPaths.ground(compound.code),
  };
}

/** Giving a zone up (views/zones/remove). */
export interface ZoneRemovalPage extends Frame {
  title: string;
  heading: string;
  note: string;
  reasons: { text: string }[];
  form: FormState;
  action: string;
  backLink: string;
}

/** The question before a zone is given up. */
export function toZoneRemoval(
  { compound, zone, reasons }: { compound: Compound; zone: WorkZone; reasons: readonly Blocker[] },
  form: FormState,
  frame: Frame,
): ZoneRemovalPage {
  return {
    ...frame,
    title: `取消${zoneName(zone)} · ${compound.name}`,
    heading: `取消施工区域：${zoneName(zone)}`,
    note: `取消以后作战图上不再有这个区域，记录仍保留，${zoneShortName(zone)}这个编号不再使用。`,
    reasons: reasons.map(({ text }) => ({ text })),
    form,
    action: zonesPaths.removals(zone.id),
    backLink: zonesPaths.ground(compound.code),
  };
}
