import { Organ, organNames } from '../domain/removal/competence';
import { ServiceMethod, serviceMethodNames } from '../domain/removal/document-service';
import { Conclusion, conclusionNames } from '../domain/removal/identification';
import {
  LawsuitOutcome,
  lawsuitOutcomeNames,
  ReconsiderationOutcome,
  reconsiderationOutcomeNames,
} from '../domain/removal/remedy-clock';
import {
  HearingAsked,
  hearingAskedNames,
  ViewsStated,
  viewsStatedNames,
} from '../domain/removal/statutory-case';
import { HaltKind, haltKindNames } from '../domain/removal/statutory-halts';
import {
  CarriedPart,
  carriedPartNames,
  StatutoryStepCode,
  statutoryStepCodes,
} from '../domain/removal/statutory-steps';
import { KeptFilesField } from '../files/kept-files.field';
import { Choice, Day, OnceKey, Text, Tick, Version, WholeNumber } from '../platform/web/fields';
import { Choices } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** A paper that is written down, with its service where it is served already. */
export class NewPaperForm {
  @Choice({ label: '文书', of: statutoryStepCodes }) step: StatutoryStepCode;
  @Day({ label: '文书日期' }) issuedOn: string;
  @Text({ label: '文号', max: 60, optional: true }) documentNumber?: string;
  @Choice({ label: '作出机关', of: keysOf(organNames) }) organ: Organ;
  @Choices({ label: '文书载明的内容', of: keysOf(carriedPartNames) }) carries: CarriedPart[];
  @Day({ label: '给当事人的期限', optional: true }) deadlineOn?: string;
  @WholeNumber({ label: '执法人员', min: 0, max: 99, optional: true }) officers?: number;
  @Tick() certificatesFiled: boolean;
  @Choice({ label: '认定结论', of: keysOf(conclusionNames), optional: true }) conclusion?: Conclusion;
  @KeptFilesField() scansKept: string[];
  @Choice({ label: '送达方式', of: keysOf(serviceMethodNames), optional: true }) method?: ServiceMethod;
  @Day({ label: '送达日期', optional: true }) servedOn?: string;
  @KeptFilesField() proofsKept: string[];
  @OnceKey() onceKey: string;
}

/** The service of a paper that was written down before. */
export class ServiceForm {
  @Choice({ label: '送达方式', of: keysOf(serviceMethodNames) }) method: ServiceMethod;
  @Day({ label: '送达日期' }) servedOn: string;
  @KeptFilesField() proofsKept: string[];
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** Taking back the record of a paper. */
export class PaperWithdrawalForm {
  @Text({ label: '撤回原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
}

/** What the person asked for, and what became of it. */
export class RemediesForm {
  @Tick() isUnderConstruction: boolean;
  @Tick() isOwnerUnknown: boolean;
  @Choice({ label: '听证', of: keysOf(hearingAskedNames) }) hearing: HearingAsked;
  @Choice({ label: '陈述、申辩', of: keysOf(viewsStatedNames) }) views: ViewsStated;
  @Day({ label: '申请复议日期', optional: true }) reconsiderationFiledOn?: string;
  @Day({ label: '复议受理日期', optional: true }) reconsiderationAcceptedOn?: string;
  @Tick() reconsiderationExtended: boolean;
  @Choice({ label: '复议结果', of: keysOf(reconsiderationOutcomeNames), optional: true })
  reconsiderationOutcome?: ReconsiderationOutcome;
  @Day({ label: '复议决定送达日期', optional: true }) reconsiderationDecidedOn?: string;
  @Day({ label: '起诉日期', optional: true }) lawsuitFiledOn?: string;
  @Choice({ label: '裁判结果', of: keysOf(lawsuitOutcomeNames), optional: true })
  lawsuitOutcome?: LawsuitOutcome;
  @Day({ label: '裁判生效日期', optional: true }) lawsuitFinalOn?: string;
  @Day({ label: '决定公开日期', optional: true }) penaltyPublishedOn?: string;
  @Day({ label: '变更或撤销日期', optional: true }) penaltyChangedOn?: string;
  @Day({ label: '撤回公开日期', optional: true }) penaltyWithdrawnOn?: string;
  @Version() version: number;
}

/** Something that halts the case. */
export class HaltForm {
  @Choice({ label: '种类', of: keysOf(haltKindNames) }) kind: HaltKind;
  @Day({ label: '起算日期' }) fromOn: string;
  @Text({ label: '原因和依据', max: 500, multiline: true }) reason: string;
  @OnceKey() onceKey: string;
}

/** How a halt comes to its end: the case goes on, or it was written down by mistake. */
export const haltEndNames = { resume: '恢复执行', withdraw: '记错了，撤回登记' };

/** The end of a halt. */
export class HaltEndForm {
  @Choice({ label: '处理', of: keysOf(haltEndNames) }) step: keyof typeof haltEndNames;
  @Day({ label: '恢复日期', optional: true }) endedOn?: string;
  @Text({ label: '原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
}
