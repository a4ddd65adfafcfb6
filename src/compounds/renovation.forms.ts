import { PartyRole, partyRoleNames } from '../domain/renovation/opening';
import { Track, trackNames } from '../domain/renovation/stages';
import { Choice, Day, Money, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { keysOf } from '../platform/web/options';

/** A renovation that is opened. */
export class RenovationForm {
  @Text({ label: '改造名称', max: 60 }) name: string;
  @Choice({ label: '立项方式', of: keysOf(trackNames) }) track: Track;
  @Text({ label: '改造内容', max: 1000, multiline: true, optional: true }) summary?: string;
  @Money({ label: '预计投资', optional: true }) estimatedFen?: number;
  @Day({ label: '立项日期' }) openedOn: string;
  @OnceKey() onceKey: string;
}

/** A firm that begins work on the current renovation. */
export class PartyForm {
  @WholeNumber({ label: '企业', min: 1, max: 2_000_000_000 }) firmId: number;
  @Choice({ label: '角色', of: keysOf(partyRoleNames) }) role: PartyRole;
  @Day({ label: '进场日期' }) fromOn: string;
}

/** A firm whose work on a renovation is over. */
export class PartyEndForm {
  @Version() version: number;
}
