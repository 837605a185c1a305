import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { Principal } from '../../../libs/domain/index.js';
import { RoleNotAllowed, TokenInvalid, TokenMissing } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { actionKey, type KnownRequest, publicKey } from './access.decorators.js';
import { AccessLimited, ActionNotInToken } from './access-errors.js';
import { type Action, isAllowed, ruleOf } from './access-table.js';
import { Authentication } from './authentication.js';
import { mustCover } from './period.js';
import { mustReach } from './reach.js';

/** Who asks, and may they? An endpoint that names no act is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicKey, targets)) return true;
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const action = this.reflector.getAllAndOverride<Action | undefined>(actionKey, targets);
    request.action = action ?? 'unnamed';
    const principal = await this.authentication.bearerOf(bearerOf(request.get('authorization')));
    request.principal = principal;
    if (!action) throw new RoleNotAllowed('unnamed', principal.roles, []);
    this.mustBeAllowed(action, principal);
    await mustReach(this.dataSource, principal, request);
    return true;
  }

  private mustBeAllowed(action: Action, principal: Principal): void {
    const { roles, house, moment } = ruleOf(action);
    if (!isAllowed(action, { ...principal, actions: null })) throw new RoleNotAllowed(action, principal.roles, roles);
    if (!isAllowed(action, principal)) throw new ActionNotInToken(action, principal.actions ?? []);
    if (house && principal.scopes.length > 0) throw new AccessLimited(action);
    if (moment === undefined) mustCover(principal, this.clock.now().now);
  }
}

function bearerOf(header: string | undefined): string {
  if (header === undefined) throw new TokenMissing();
  const token = /^Bearer +([^ ]+)$/i.exec(header)?.[1];
  if (token === undefined) throw new TokenInvalid();
  return token;
}
