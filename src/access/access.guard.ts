import {
  CanActivate,
  ExecutionContext,
  ForbiddenException,
  Injectable,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FastifyRequest } from 'fastify';
import { Action, mayDo } from '../domain/people/permissions';
import { SignInNeeded, StaleForm } from '../platform/web/errors';
import { ALLOW, ON_SITE, OPEN } from './allow';
import { CsrfTokens } from './csrf';

/** Denies by default: a route that says neither @Allow nor @Open is closed; every POST needs its form token. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly log = new Logger('access');

  constructor(
    private readonly reflector: Reflector,
    private readonly csrf: CsrfTokens,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    this.checkRole(context, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') this.checkForm(request);
    return true;
  }

  private checkRole(context: ExecutionContext, request: FastifyRequest): void {
    if (this.reflector.get<boolean>(OPEN, context.getHandler())) return;
    const action = this.reflector.get<Action | undefined>(ALLOW, context.getHandler());
    if (!action) throw new ForbiddenException('This route does not say who may use it');
    const { signedIn } = request;
    if (!signedIn) throw new SignInNeeded();
    // Before the role is asked: a phone learns of no page beyond its own.
    if (signedIn.onSite && !this.reflector.get<boolean>(ON_SITE, context.getHandler())) {
      throw new NotFoundException();
    }
    if (signedIn.mustChangePassword && action !== 'account.own')
      throw new ForbiddenException('password must be changed');
    if (!mayDo(signedIn.actor.role, action)) {
      this.log.warn({ event: 'access.refused', userId: signedIn.actor.userId, action });
      throw new ForbiddenException();
    }
  }

  private checkForm(request: FastifyRequest): void {
    const token = (request.body as { _csrf?: unknown } | null | undefined)?._csrf;
    if (this.csrf.isForeign(request) || !this.csrf.matches(request, token)) {
      this.log.warn({ event: 'access.form-token-refused', userId: request.signedIn?.actor.userId ?? null });
      throw new StaleForm();
    }
  }
}
