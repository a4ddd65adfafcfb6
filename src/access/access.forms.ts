import { roles } from '../domain/people/roles';
import { Choice, OnceKey, Secret, Text, Version, WholeNumber } from '../platform/web/fields';

/** Signing in; `next` is the page that was asked for. */
export class SignInForm {
  @Text({ label: '账号', max: 40 }) login: string;
  @Secret({ label: '密码' }) password: string;
  @Text({ label: '返回', max: 500, optional: true }) next?: string;
}

/** A new password of one's own, after the present one. */
export class PasswordForm {
  @Secret({ label: '现在的密码' }) current: string;
  @Secret({ label: '新密码' }) wanted: string;
  @Secret({ label: '再输一次新密码' }) repeated: string;
}

/** One signed-in browser that shall end. */
export class EndSessionForm {
  @Text({ label: '登录设备', max: 16 }) handle: string;
}

/** An account that is opened. */
export class NewPersonForm {
  @Text({ label: '账号', max: 40 }) login: string;
  @Text({ label: '姓名或岗位', max: 40 }) name: string;
  @Choice({ label: '角色', of: roles }) role: (typeof roles)[number];
  @WholeNumber({ label: '所属单位', min: 1, max: 2_000_000_000 }) organisationId: number;
  @OnceKey() onceKey: string;
}

/** An account that is changed. */
export class PersonForm {
  @Text({ label: '姓名或岗位', max: 40 }) name: string;
  @Choice({ label: '角色', of: roles }) role: (typeof roles)[number];
  @WholeNumber({ label: '所属单位', min: 1, max: 2_000_000_000 }) organisationId: number;
  @Version() version: number;
}

/** An account that is disabled or enabled again, and why. */
export class PersonStateForm {
  @Choice({ label: '账号状态', of: ['disable', 'enable'] }) step: 'disable' | 'enable';
  @Text({ label: '原因', max: 200 }) reason: string;
  @Version() version: number;
}

/** A start password that is asked for. */
export class PersonPasswordForm {
  @Version() version: number;
}
