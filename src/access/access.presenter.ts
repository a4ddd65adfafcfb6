import { Actor } from '../domain/people/actor';
import { PasswordProfile, passwordHint } from '../domain/people/password';
import { roleNames } from '../domain/people/roles';
import { sessionLimits } from '../domain/people/session-limits';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { accessPaths } from './access.paths';
import { Session } from './entities';

/** The form of signing in (views/access/sign-in). */
export interface SignInPage {
  title: string;
  form: FormState;
  action: string;
}

export const toSignIn = (form: FormState): SignInPage => ({
  title: '登录',
  form,
  action: accessPaths.signIn(),
});

/** One's own account (views/access/account). */
export interface AccountPage {
  title: string;
  crumbs: { label: string }[];
  form: FormState;
  facts: { label: string; value: string }[];
  mustChangePassword: boolean;
  passwordHint: string;
  passwordAction: string;
  endSessionAction: string;
  sessionHint: string;
  sessions: { device: string; signedIn: string; seen: string; handle: string; isThis: boolean }[];
}

/** The page on one's own account: who one is, the password, the signed-in browsers. */
export function toAccount(
  actor: Actor,
  sessions: Session[],
  shown: { sessionId: string; mustChangePassword: boolean; profile: PasswordProfile; form: FormState },
): AccountPage {
  const { sessionId, mustChangePassword, profile, form } = shown;
  return {
    title: mustChangePassword ? '请先修改密码' : '我的账号',
    crumbs: [{ label: '我的账号' }],
    form,
    facts: [
      { label: '姓名或岗位', value: actor.name },
      { label: '角色', value: roleNames[actor.role] },
      { label: '单位', value: actor.organisationName },
    ],
    mustChangePassword,
    passwordHint: passwordHint(profile),
    passwordAction: accessPaths.password(),
    endSessionAction: accessPaths.endSession(),
    sessionHint: `${sessionLimits.idleMinutes} 分钟没有操作会自动退出；一个账号最多同时在 ${sessionLimits.perAccount} 台设备登录`,
    sessions: sessions.map((session) => ({
      device: session.device,
      signedIn: instantInWords(session.createdAt),
      seen: instantInWords(session.seenAt),
      handle: session.handle,
      isThis: session.id === sessionId,
    })),
  };
}
