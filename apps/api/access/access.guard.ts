import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ApiTokenRepository } from '../../../libs/persistence/index.js';
import { RoleNotAllowed, TokenInvalid, TokenMissing } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { actionKey, type KnownRequest, publicKey } from './access.decorators.js';
import { type Action, accessTable, isAllowed } from './access-table.js';

/** Who asks, and may they? An endpoint that names no act is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicKey, targets)) return true;
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const tokens = new ApiTokenRepository(this.dataSource.manager);
    const principal = await tokens.principalOf(bearerOf(request.get('authorization')), this.clock.now().now);
    if (!principal) throw new TokenInvalid();
    request.principal = principal;
    const action = this.reflector.getAllAndOverride<Action | undefined>(actionKey, targets);
    if (!action) throw new RoleNotAllowed('unnamed', principal.roles, []);
    if (!isAllowed(action, principal.roles)) throw new RoleNotAllowed(action, principal.roles, accessTable[action]);
    return true;
  }
}

function bearerOf(header: string | undefined): string {
  if (header === undefined) throw new TokenMissing();
  const token = /^Bearer +([^ ]+)$/i.exec(header)?.[1];
  if (token === undefined) throw new TokenInvalid();
  return token;
}
