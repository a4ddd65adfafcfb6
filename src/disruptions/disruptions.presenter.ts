import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import { residentEffectNames } from '../domain/construction/daily-post';
import { spanInWords, whereInWords } from '../domain/construction/disruption';
import { QuietPeriod, quietPeriodInWords } from '../domain/construction/quiet-period';
import type { WallMoment } from '../domain/construction/wall-moment';
import type { ActionLink, EmptyNote, Pager, StatusMark } from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { DisruptionRecord } from './disruption.entities';
import { disruptionMark } from './disruption-words';
import { toAnnounced } from './disruption.totals';
import { pastPageSize } from './disruptions.desk';
import { disruptionPaths } from './disruptions.paths';

/** Tab 施工告知 of a compound (views/disruptions/index). */
export interface DisruptionsPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  actions: ActionLink[];
  about: string;
  ahead: DisruptionRow[];
  past: DisruptionRow[];
  pager?: Pager;
  empty?: EmptyNote;
  /** '2026年高考，2026年6月7日 至 2026年6月8日'. */
  quiet: string[];
  /** Where quiet days are written down; for those who may read that page. */
  quietLink: string;
}

interface DisruptionRow {
  what: string;
  link: string;
  status: StatusMark;
  where: string;
  when: string;
  note: string;
}

interface DisruptionsView {
  compound: Compound;
  /** Sequence of the renovation that is looked at where it is not the current one. */
  sequence: number | undefined;
  hasRenovation: boolean;
  renovations: DisruptionsPage['renovations'];
  ahead: readonly DisruptionRecord[];
  past: readonly DisruptionRecord[];
  pastCount: number;
  page: number;
  quiet: readonly QuietPeriod[];
  mayAnnounce: boolean;
  maySeeQuietDays: boolean;
  now: WallMoment;
}

/** What is planned next, then what is over, the latest first. */
export function toDisruptions(view: DisruptionsView, frame: Frame): DisruptionsPage {
  const { compound, ahead, past, pastCount, mayAnnounce, now, quiet } = view;
  const page = {
    ...frame,
    title: `施工告知 · ${compound.name}`,
    renovations: view.renovations,
    ...{ actions: [], ahead: [], past: [], about: '' },
    quiet: quiet.map((period) => `${period.name}，${quietPeriodInWords(period)}`),
    quietLink: view.maySeeQuietDays ? disruptionPaths.quietDays() : '',
  };
  if (!view.hasRenovation) {
    return { ...page, empty: toNotOpened(compound.code, '停水、停电、噪音可以提前告知居民') };
  }
  const standing = ahead.filter(({ cancelledOn }) => cancelledOn === null).length;
  const total = ahead.length + pastCount;
  return {
    ...page,
    actions: mayAnnounce
      ? [{ label: '告知一次施工影响', link: disruptionPaths.new(compound.code), primary: true }]
      : [],
    about: total ? `没有结束的 ${standing} 次` : '',
    ahead: ahead.map((one) => toRow(one, now)),
    past: past.map((one) => toRow(one, now)),
    ...(pastCount > pastPageSize && {
      pager: toPager(view.page, pastCount, pastPageSize, (other) =>
        disruptionPaths.index(compound.code, view.sequence, other),
      ),
    }),
    ...(!total && { empty: { text: '还没有告知过停水、停电、停气、占道、噪音、油漆味' } }),
  };
}

function toRow(record: DisruptionRecord, now: WallMoment): DisruptionRow {
  const disruption = toAnnounced(record);
  return {
    what: residentEffectNames[disruption.effect],
    link: disruptionPaths.show(disruption.id),
    status: disruptionMark(disruption, now),
    where: whereInWords(disruption),
    when: spanInWords(disruption),
    note: disruption.note,
  };
}
