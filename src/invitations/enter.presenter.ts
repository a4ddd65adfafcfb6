import type { Blocker } from '../domain/kernel/blocker';
import { pinSettings } from '../domain/construction/invitation-pin';
import type { FormState } from '../platform/web/form';
import { invitationsPaths } from './invitations.paths';

/** Where a phone gives its PIN (views/invitations/enter). */
export interface EnterPage {
  title: string;
  page: string;
  heading: string;
  about: string;
  /** Nothing can be typed where the link itself opens nothing. */
  isShut: boolean;
  digits: number;
  form: FormState;
  action: string;
}

/** The page of the PIN; reasons that are not about the PIN shut it. */
export const toEnter = (form: FormState, blockers: readonly Blocker[]): EnterPage => ({
  title: '输入 PIN',
  page: 'enter',
  heading: '现场日报',
  about: '街道项目负责人给的 PIN，只在这部手机输一次',
  isShut: blockers.some(({ code }) => code.startsWith('works.invitation-') || code === 'works.pin-locked'),
  digits: pinSettings.digits,
  form,
  action: invitationsPaths.enter(),
});
