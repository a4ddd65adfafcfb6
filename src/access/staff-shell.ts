import { Inject, Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Action, mayDo } from '../domain/people/permissions';
import { roleNames } from '../domain/people/roles';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { inQuery } from '../platform/web/address';
import { takeFlash } from '../platform/web/flash';
import { fontOf } from '../platform/web/font';
import { instantInWords } from '../platform/web/instant-in-words';
import { NavItem, Shell, ShellSource } from '../platform/web/shell';
import { CsrfTokens } from './csrf';

interface NavEntry {
  key: string;
  label: string;
  icon: string;
  link: string;
  action: Action;
}

const navigation: NavEntry[] = [
  { key: 'work', label: '待办', icon: 'list-check', link: '/work', action: 'work.read' },
  { key: 'board', label: '看板', icon: 'layout-dashboard', link: '/board', action: 'board.read' },
  {
    key: 'compounds',
    label: '楼院',
    icon: 'building-community',
    link: '/compounds',
    action: 'compound.read',
  },
  { key: 'imports', label: '导入', icon: 'file-import', link: '/imports', action: 'import.read' },
  { key: 'audit', label: '日志', icon: 'report', link: '/audit', action: 'audit.read' },
  { key: 'people', label: '账号', icon: 'users', link: '/admin/users', action: 'people.read' },
];

/** The frame around every page: who is signed in, what they may open, the form token. */
@Injectable()
export class StaffShell implements ShellSource {
  constructor(
    private readonly csrf: CsrfTokens,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async shellFor(request: FastifyRequest, reply: FastifyReply): Promise<Shell> {
    const actor = request.signedIn?.actor;
    const path = request.url.split('?')[0];
    const { csrf, clock } = this;
    return {
      user: actor && {
        name: actor.name,
        roleName: roleNames[actor.role],
        organisationName: actor.organisationName,
      },
      nav: actor
        ? navigation.filter((entry) => mayDo(actor.role, entry.action)).map((entry) => toNavItem(entry, path))
        : [],
      // Asked for only by a page with a form, so that the others give a visitor no cookie.
      get csrf() {
        return csrf.tokenFor(request, reply);
      },
      flash: takeFlash(request, reply, this.config),
      font: fontOf(request.headers.cookie),
      path: inQuery(request.url),
      // Asked for only by printed sheets.
      get printedAt() {
        return instantInWords(clock.nowAt());
      },
      demo: !this.config.production,
      site: this.config.site,
    };
  }
}

function toNavItem({ key, label, icon, link }: NavEntry, path: string): NavItem {
  return { key, label, icon, link, current: path === link || path.startsWith(`${link}/`) };
}
