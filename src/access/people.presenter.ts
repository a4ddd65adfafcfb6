import { mayDo } from '../domain/people/permissions';
import { startPasswordHours } from '../domain/people/password';
import { Role, organisationKindNames, organisationKindOf, roleNames, roles } from '../domain/people/roles';
import { ActionLink, Crumb, Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { accessPaths } from './access.paths';
import { Organisation, UserAccount } from './entities';
import { PersonRow } from './people.service';

const crumb: Crumb = { label: '账号', link: accessPaths.people() };

/** The list of accounts (views/access/people). */
export interface PeoplePage {
  title: string;
  crumbs: Crumb[];
  actions: ActionLink[];
  people: {
    login: string;
    name: string;
    role: string;
    organisation: string;
    lastSignIn: string;
    isDisabled: boolean;
    link: string;
  }[];
}

/** The list of accounts; links only for those who may change them. */
export function toPeople(rows: PersonRow[], role: Role): PeoplePage {
  const mayEdit = mayDo(role, 'people.edit');
  return {
    title: '账号',
    crumbs: [{ label: '账号' }],
    actions: mayEdit ? [{ label: '新增账号', link: accessPaths.newPerson(), primary: true }] : [],
    people: rows.map((row) => ({
      login: row.login,
      name: row.name,
      role: roleNames[row.role],
      organisation: row.organisationName,
      lastSignIn: row.lastSignInAt ? instantInWords(row.lastSignInAt) : '—',
      isDisabled: row.disabledAt !== null,
      link: mayEdit ? accessPaths.person(row.id) : '',
    })),
  };
}

/** The form of one account (views/access/person). */
export interface PersonPage {
  title: string;
  crumbs: Crumb[];
  isNew: boolean;
  isDisabled: boolean;
  form: FormState;
  action: string;
  stateAction: string;
  passwordAction: string;
  roleOptions: Option[];
  organisationOptions: Option[];
}

const roleOptions = roles.map((role) => ({
  value: role,
  label: `${roleNames[role]}（属${organisationKindNames[organisationKindOf[role]]}）`,
}));

const toOption = (one: Organisation): Option => ({
  value: String(one.id),
  label: `${one.name}（${one.code}）`,
});

/** The form of an account that is opened. */
export function toNewPerson(organisations: Organisation[], form: FormState): PersonPage {
  return {
    title: '新增账号',
    crumbs: [crumb, { label: '新增账号' }],
    isNew: true,
    isDisabled: false,
    form,
    action: accessPaths.people(),
    stateAction: '',
    passwordAction: '',
    roleOptions,
    organisationOptions: organisations.map(toOption),
  };
}

/** One account, and what may be done with it. */
export function toPerson(user: UserAccount, organisations: Organisation[], form: FormState): PersonPage {
  return {
    title: user.name,
    crumbs: [crumb, { label: user.login }],
    isNew: false,
    isDisabled: user.disabledAt !== null,
    form,
    action: accessPaths.person(user.id),
    stateAction: accessPaths.personState(user.id),
    passwordAction: accessPaths.personPassword(user.id),
    roleOptions,
    organisationOptions: organisations.map(toOption),
  };
}

/** The start password of an account, shown once (views/access/start-password). */
export interface StartPasswordPage {
  title: string;
  crumbs: Crumb[];
  login: string;
  password: string;
  hours: number;
  backLink: string;
}

/** The one page that shows a start password, once. */
export const toStartPassword = (user: UserAccount, password: string): StartPasswordPage => ({
  title: '初始密码',
  crumbs: [crumb, { label: user.login }],
  login: user.login,
  password,
  hours: startPasswordHours,
  backLink: accessPaths.people(),
});
