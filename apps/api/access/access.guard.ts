import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import type { Principal } from '../../../libs/domain/index.js';
import { Limiting } from '../http/limiting.js';
import { ApiError, RoleNotAllowed } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { actionKey, type KnownRequest, type Limited, principalName, publicKey } from './access.decorators.js';
import type { Action } from './access-table.js';
import { Authentication } from './authentication.js';
import { mustBeAllowed, tokenIn } from './bearer.js';
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
    mustBeAllowed(action, principal, this.clock.now().now);
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
}
