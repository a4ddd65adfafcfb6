import { FastifyReply, FastifyRequest } from 'fastify';
import { Font } from './font';

/** One entry of the staff rail. */
export interface NavItem {
  key: string;
  label: string;
  icon: string;
  link: string;
  current: boolean;
}

/** What every page shows around its own content. */
export interface Shell {
  user?: { name: string; roleName: string; organisationName: string };
  nav: NavItem[];
  csrf: string;
  flash?: { text: string };
  font: Font;
  /** The address asked for, without base path, ready to stand in a query (`inQuery`), to come back to. */
  path: string;
  /** When the page was made, for the foot of printed sheets. */
  printedAt?: string;
  demo: boolean;
  site: { name: string; sponsor: string; portalName: string; portalUrl: string; filing: string };
}

/** Builds the shell for a request; supplied by the access floor, which knows the person. */
export interface ShellSource {
  shellFor(request: FastifyRequest, reply: FastifyReply): Promise<Shell>;
}

export const SHELL = Symbol('ShellSource');
