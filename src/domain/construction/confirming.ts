// Who may say that something on the site is so: the supervisor, or the street manager in a micro renovation that has none,
// and never who did or posted it (建设工程质量管理条例 §37 for the supervisor; domain reference §6.3 for micro projects; the
// rest is a setting of the house).
import type { Blocker } from '../kernel/blocker';
import type { Role } from '../people/roles';
import type { Track } from '../renovation/stages';
import { byOffice } from './blocked';

/** Who supervises these works? null where no supervisor is engaged. */
export interface Supervision {
  track: Track;
  supervisorFirmId: number | null;
}

/** Who did it: the account, null for a phone that came by invitation, and its firm, null for an office. */
export interface Doer {
  userId: number | null;
  firmId: number | null;
}

/** Who is about to confirm. */
export interface Confirmer {
  userId: number;
  role: Role;
  firmId: number | null;
}

/** The roles that can confirm at all. */
export const confirmingRoles: readonly Role[] = ['supervisor', 'street-manager'];

/** What speaks against this person confirming what that one did? The role itself is the lifecycle's question. */
export function confirmerBlockers(supervision: Supervision, confirmer: Confirmer, doer: Doer): Blocker[] {
  const { supervisorFirmId, track } = supervision;
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(code, text));
  if (confirmer.role === 'street-manager' && supervisorFirmId !== null) {
    against('confirm-supervisor', '这次改造有监理，请由监理确认');
  }
  if (confirmer.role === 'street-manager' && supervisorFirmId === null && track === 'district') {
    against('confirm-no-supervisor', '区级统一改造由监理确认，请先登记监理单位');
  }
  if (confirmer.role === 'supervisor' && confirmer.firmId !== supervisorFirmId) {
    against('confirm-foreign', '只有这次改造的监理单位可以确认，请核对参建单位');
  }
  if (doer.userId !== null && doer.userId === confirmer.userId) {
    against('confirm-own', '不能确认自己办的事，请换一个人确认');
  } else if (doer.firmId !== null && doer.firmId === confirmer.firmId) {
    against('confirm-own-firm', '不能由同一家单位确认，请换一家单位的人确认');
  }
  return found;
}
