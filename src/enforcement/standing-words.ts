import { dayInWords } from '../domain/kernel/calendar-date';
import { lawsuitOutcomeNames, reconsiderationOutcomeNames } from '../domain/removal/remedy-clock';
import { conclusionNames } from '../domain/removal/identification';
import { hearingAskedNames, StatutoryCase, viewsStatedNames } from '../domain/removal/statutory-case';
import type { StatutoryStanding } from './enforcement.entities';

/** How a case stands beside its papers, sentence by sentence; what is not there is not said. */
export function standingInWords(known: StatutoryCase, row: StatutoryStanding | null): string[] {
  const { reconsideration, lawsuit } = known;
  return [
    known.conclusion ? `认定结论：${conclusionNames[known.conclusion]}` : '',
    known.isUnderConstruction ? '发现时正在施工' : '',
    known.isOwnerUnknown ? '所有人不明' : '',
    known.hearing === 'not-asked' ? '' : hearingAskedNames[known.hearing],
    known.views === 'none' ? '' : viewsStatedNames[known.views],
    reconsideration
      ? `${dayInWords(reconsideration.filedOn)}申请行政复议，${
          reconsideration.outcome ? reconsiderationOutcomeNames[reconsideration.outcome] : '还没有结果'
        }`
      : '',
    lawsuit
      ? `${dayInWords(lawsuit.filedOn)}提起行政诉讼，${
          lawsuit.outcome ? lawsuitOutcomeNames[lawsuit.outcome] : '还没有生效裁判'
        }`
      : '',
    row?.penaltyPublishedOn ? `${dayInWords(row.penaltyPublishedOn)}公开了决定` : '',
    row?.penaltyChangedOn ? `${dayInWords(row.penaltyChangedOn)}决定变更或撤销` : '',
    row?.penaltyWithdrawnOn ? `${dayInWords(row.penaltyWithdrawnOn)}撤回公开` : '',
  ].filter(Boolean);
}
