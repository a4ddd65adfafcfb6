import type { Frame } from '../compounds/workspace';
import type { QrFigure } from '../compounds/public-address';
import { sequenceOf } from '../compounds/renovation-address';
import { cancelledNotice, cancelOverBlockers } from '../domain/construction/announced-disruption';
import { worksOverBlockers } from '../domain/construction/blocked';
import { residentEffectNames } from '../domain/construction/daily-post';
import {
  disruptionMessage,
  disruptionNotice,
  spanInWords,
  whereInWords,
} from '../domain/construction/disruption';
import { dayOf, WallMoment } from '../domain/construction/wall-moment';
import { redact } from '../domain/disclosure/redaction';
import type { Blocker } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import type { ActionLink, FactLine, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { disruptionMark } from './disruption-words';
import { toAnnounced } from './disruption.totals';
import type { DisruptionAtPlace } from './disruptions.desk';
import { disruptionPaths } from './disruptions.paths';

/** One planned disruption (views/disruptions/show). */
export interface DisruptionPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  facts: FactLine[];
  /** What is done and what residents can do meanwhile. */
  note: string;
  /** For the group chat; empty once it is cancelled or over. */
  message: string;
  actions: ActionLink[];
  cancelLink: string;
  backLink: string;
}

interface DisruptionView extends DisruptionAtPlace {
  names: ReadonlyMap<number, string>;
  mayEdit: boolean;
  now: WallMoment;
}

/** One disruption with everything known of it. */
export function toDisruption(view: DisruptionView, frame: Frame): DisruptionPage {
  const { disruption, compound, renovation, mayEdit, now } = view;
  const { id, note } = disruption;
  const announced = toAnnounced(disruption);
  const isOpen = !worksOverBlockers(renovation.state).length && announced.cancelledOn === null;
  const goesOn = isOpen && announced.to > now;
  const sheet = announced.cancelledOn === null ? '打印楼门告知' : '打印取消告知';
  return {
    ...frame,
    title: `${headingOf(view)} · ${compound.name}`,
    heading: headingOf(view),
    status: disruptionMark(announced, now),
    facts: factsOf(view),
    note,
    message: goesOn ? disruptionMessage(announced, { compoundName: compound.name, today: dayOf(now) }) : '',
    actions: [{ label: sheet, link: disruptionPaths.print(id), icon: 'printer', primary: true }],
    cancelLink: mayEdit && goesOn ? disruptionPaths.cancel(id) : '',
    backLink: disruptionPaths.index(compound.code, sequenceOf(renovation)),
  };
}

/** The question before one is cancelled (views/disruptions/cancel). */
export interface DisruptionCancelPage extends Frame {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  reasons: Blocker[];
  form: FormState;
  action: string;
  isFinal: true;
  backLink: string;
}

/** What it is, what happens, and why it is cancelled. */
export function toDisruptionCancel(
  view: DisruptionView,
  form: FormState,
  frame: Frame,
): DisruptionCancelPage {
  const { disruption, compound, renovation, now } = view;
  return {
    ...frame,
    title: `取消施工告知 · ${compound.name}`,
    heading: `取消施工告知：${headingOf(view)}`,
    note: '取消以后不能恢复，公示页上仍看得到，标为已取消。改时间的请先取消，再告知一次。门上的纸质告知请换成取消告知。',
    facts: factsOf(view),
    reasons: [...worksOverBlockers(renovation.state), ...cancelOverBlockers(toAnnounced(disruption), now)],
    form,
    action: disruptionPaths.cancellations(disruption.id),
    isFinal: true,
    backLink: disruptionPaths.show(disruption.id),
  };
}

/** Two notices for doors on one A4 sheet, to be cut apart (views/disruptions/print). */
export interface DoorNoticeSheet {
  title: string;
  notices: DoorNotice[];
}

interface DoorNotice {
  heading: string;
  /** Set smaller, so that two of them stay on one sheet. */
  isLong: boolean;
  paragraphs: string[];
  place: string;
  on: string;
  address: string;
  qr: QrFigure;
}

interface SheetView extends DisruptionAtPlace {
  /** Numbers that everybody may read; the first stands on the notice. */
  phone: string | null;
  phones: readonly string[];
  address: { text: string; qr: QrFigure };
  /** Who speaks: the street office. */
  place: string;
  today: CalendarDate;
}

/** More characters than this do not fit into half a sheet in large type. */
const longText = 200;

/** The notice twice: one for each of two doors. */
export function toDoorNotices(view: SheetView): DoorNoticeSheet {
  const { compound, phone, phones, address, place, today } = view;
  const disruption = toAnnounced(view.disruption);
  const about = { compoundName: compound.name, phone };
  const { title, body } =
    disruption.cancelledOn === null
      ? disruptionNotice(disruption, about)
      : cancelledNotice(disruption, about);
  const text = redact(body, { phones }).text;
  const notice: DoorNotice = {
    ...{ heading: title, paragraphs: text.split('\n').filter(Boolean), place },
    isLong: text.length > longText,
    ...{ on: dayInWords(today), address: address.text.replace(/^https?:\/\//, ''), qr: address.qr },
  };
  return { title: `楼门告知 · ${compound.name}`, notices: [notice, notice] };
}

const headingOf = ({ disruption }: Pick<DisruptionAtPlace, 'disruption'>): string =>
  `${residentEffectNames[disruption.effect]}，${dayInWords(dayOf(disruption.fromMoment))}`;

function factsOf({ disruption, names }: Pick<DisruptionView, 'disruption' | 'names'>): FactLine[] {
  const announced = toAnnounced(disruption);
  const { certificate, reason, cancelledOn } = announced;
  const { announcedBy, announcedAt, cancelledBy, cancelReason } = disruption;
  return [
    { term: '影响', value: residentEffectNames[announced.effect] },
    { term: '范围', value: whereInWords(announced) },
    { term: '时间', value: spanInWords(announced) },
    ...(certificate ? [{ term: '夜间施工证明', value: certificate }] : []),
    ...(reason ? [{ term: '静音日施工的原因', value: reason }] : []),
    { term: '告知', value: names.get(announcedBy) ?? '—', note: instantInWords(announcedAt) },
    ...(cancelledOn === null
      ? []
      : [
          { term: '取消', value: names.get(cancelledBy!) ?? '—', note: dayInWords(cancelledOn) },
          { term: '取消原因', value: cancelReason! },
        ]),
  ];
}
