import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import type { Principal } from '../../../libs/domain/index.js';
import { Limiting } from '../http/limiting.js';
import { ApiError, RoleNotAllowed, TokenInvalid, TokenMissing } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { actionKey, type KnownRequest, type Limited, principalName, publicKey } from './access.decorators.js';
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
    private readonly limiting: Limiting,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<KnownRequest>(), http.getResponse<Response>()];
    const open = this.reflector.getAllAndOverride<Limited | undefined>(publicKey, targets);
    if (open) {
      if (open === 'limited') this.limiting.stranger(request, response);
      return true;
    }
    const action = this.reflector.getAllAndOverride<Action | undefined>(actionKey, targets);
    request.action = action ?? 'unnamed';
    const principal = await this.knownBearer(request, response);
    request.principal = principal;
    this.limiting.bearer(principalName(principal), response);
    if (!action) throw new RoleNotAllowed('unnamed', principal.roles, []);
    this.mustBeAllowed(action, principal);
    await mustReach(this.dataSource, principal, request);
    return true;
  }

  /** Whoever tries tokens is limited as those without one. */
  private async knownBearer(request: KnownRequest, response: Response): Promise<Principal> {
    const token = tokenIn(request.get('authorization'));
    if (token instanceof ApiError) {
      this.limiting.stranger(request, response);
      throw token;
    }
    return this.limiting.known(token, request, response, () => this.authentication.bearerOf(token));
  }

  private mustBeAllowed(action: Action, principal: Principal): void {
    const { roles, house, moment } = ruleOf(action);
    if (!isAllowed(action, { ...principal, actions: null })) throw new RoleNotAllowed(action, principal.roles, roles);
    if (!isAllowed(action, principal)) throw new ActionNotInToken(action, principal.actions ?? []);
    if (house && principal.scopes.length > 0) throw new AccessLimited(action);
    if (moment === undefined) mustCover(principal, this.clock.now().now);
  }
}

function tokenIn(header: string | undefined): string | ApiError {
  if (header === undefined) return new TokenMissing();
  return /^Bearer +([^ ]+)$/i.exec(header)?.[1] ?? new TokenInvalid();
}
