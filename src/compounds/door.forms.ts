import { structureNames } from '../domain/compound/words';
import { partyRoleNames } from '../domain/renovation/opening';
import { trackNames } from '../domain/renovation/stages';
import { Choice, Day, Money, OnceKey, Phone, Text, Tick, Version, WholeNumber } from '../platform/web/fields';
import type { ContactKind } from './contact.entity';
import type { DwellingUse } from './door.entities';
import type { PartyRole } from '../domain/renovation/opening';
import type { Track } from '../domain/renovation/stages';

export const dwellingUseNames: Record<DwellingUse, string> = {
  dwelling: '住宅',
  business: '住改商',
  garage: '车库',
  storage: '储藏',
};

export const contactKindNames: Record<ContactKind, string> = {
  'building-lead': '楼栋长',
  'compound-lead': '楼院长',
  community: '社区',
  street: '街道办',
  contractor: '施工方',
  other: '其他',
};

const keys = (names: object) => Object.keys(names);

export class BuildingForm {
  @Text({ label: '楼栋', max: 20 }) buildingNo: string;
  @WholeNumber({ label: '单元数', min: 1, max: 30 }) units: number;
  @WholeNumber({ label: '层数', min: 1, max: 60 }) floors: number;
  @WholeNumber({ label: '每层户数', min: 1, max: 30 }) doorsPerFloor: number;
  @WholeNumber({ label: '起始楼层', min: 1, max: 60 }) firstFloor: number;
  @Choice({ label: '结构', of: keys(structureNames), optional: true }) structure?: string;
  @WholeNumber({ label: '建成年份', min: 1900, max: 2100, optional: true }) builtYear?: number;
}

export class DoorForm {
  @WholeNumber({ label: '单元', min: 1, max: 30 }) unitNo: number;
  @WholeNumber({ label: '楼层', min: -3, max: 60 }) floorNo: number;
  @Text({ label: '房号', max: 20 }) roomNo: string;
  @Choice({ label: '用途', of: keys(dwellingUseNames) }) use: DwellingUse;
}

export class DoorChangeForm extends DoorForm {
  @Choice({ label: '操作', of: ['change', 'remove'] }) step: 'change' | 'remove';
  @Version() version: number;
}

export class ContactForm {
  @Choice({ label: '身份', of: keys(contactKindNames) }) kind: ContactKind;
  @Text({ label: '称呼', max: 40 }) title: string;
  @Text({ label: '姓名', max: 40, optional: true }) personName?: string;
  @Phone({ label: '工作电话', optional: true }) workPhone?: string;
  @Text({ label: '接听时间', max: 60, optional: true }) hours?: string;
  @Tick() mayPublish: boolean;
  @Day({ label: '本人同意公开的日期', optional: true }) consentOn?: string;
}

export class NewContactForm extends ContactForm {
  @OnceKey() onceKey: string;
}

export class EditContactForm extends ContactForm {
  @Choice({ label: '操作', of: ['change', 'remove'] }) step: 'change' | 'remove';
  @Version() version: number;
}

export class RenovationForm {
  @Text({ label: '改造名称', max: 60 }) name: string;
  @Choice({ label: '立项方式', of: keys(trackNames) }) track: Track;
  @Text({ label: '改造内容', max: 1000, multiline: true, optional: true }) summary?: string;
  @Money({ label: '预计投资', optional: true }) estimatedFen?: number;
  @Day({ label: '立项日期' }) openedOn: string;
  @OnceKey() onceKey: string;
}

export class PartyForm {
  @WholeNumber({ label: '企业', min: 1, max: 2_000_000_000 }) firmId: number;
  @Choice({ label: '角色', of: keys(partyRoleNames) }) role: PartyRole;
  @Day({ label: '进场日期' }) fromOn: string;
}

export class PartyEndForm {
  @Version() version: number;
}
