import { ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { Action } from '../domain/people/permissions';
import { Actor } from '../domain/people/actor';
import { SignInNeeded } from '../platform/web/errors';

export const ALLOW = Symbol('allow');
export const OPEN = Symbol('open');

/** Who may use this route: everyone whose role may do the action. */
export const Allow = (action: Action) => SetMetadata(ALLOW, action);

/** This route is for everybody, signed in or not. */
export const Open = () => SetMetadata(OPEN, true);

/** The signed-in person and their session, attached to the request before its body is read. */
export interface SignedIn {
  actor: Actor;
  sessionId: string;
  csrf: string;
  mustChangePassword: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
  }
}

/** The person acting; only on routes with @Allow. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn) throw new SignInNeeded();
  return signedIn.actor;
});
