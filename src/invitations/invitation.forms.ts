import { OnceKey, Text, Version } from '../platform/web/fields';

/** An invitation that is given: for whom, as a title. */
export class InvitationForm {
  @Text({ label: '邀请谁', max: 20 }) label: string;
  @OnceKey() onceKey: string;
}

/** An invitation that is taken back. */
export class RevocationForm {
  @Version() version: number;
}

/** A phone comes in: the secret of its link (none where the phone is known), the PIN, and where it wanted to go. */
export class EnterForm {
  @Text({ label: '邀请链接', max: 64, optional: true }) i?: string;
  @Text({ label: 'PIN', max: 20 }) pin: string;
  @Text({ label: '返回', max: 500, optional: true }) next?: string;
}
