import { ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { Action } from '../domain/people/permissions';
import { Actor } from '../domain/people/actor';
import { SignInNeeded } from '../platform/web/errors';

export const ALLOW = Symbol('allow');
export const OPEN = Symbol('open');
export const ON_SITE = Symbol('on-site');

/** Who may use this route: everyone whose role may do the action. */
export const Allow = (action: Action) => SetMetadata(ALLOW, action);

/** This route is for everybody, signed in or not. */
export const Open = () => SetMetadata(OPEN, true);

/** A phone that came by invitation may use this route too; every other one is not there for it. */
export const OnSite = () => SetMetadata(ON_SITE, true);

/** The invitation a phone came by, and the one contract it may write of. */
export interface SiteInvitation {
  invitationId: number;
  contractId: number;
}

/** The signed-in person and their session, attached to the request before its body is read. */
export interface SignedIn {
  actor: Actor;
  sessionId: string;
  csrf: string;
  mustChangePassword: boolean;
  /** Only where a phone came by invitation instead of an account. */
  onSite?: SiteInvitation;
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
    /** Where somebody who is known but not trusted any more comes in again, without base path; the sign-in when left out. */
    entrance?: string;
  }
}

/** The person acting; only on routes with @Allow. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn) throw new SignInNeeded();
  return signedIn.actor;
});

/** The person acting and, where a phone came by invitation, what it is invited to; only on routes with @Allow. */
export const CurrentSignIn = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn) throw new SignInNeeded();
  return signedIn;
});
