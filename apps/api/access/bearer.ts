import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../libs/domain/index.js';
import { ApiError, RoleNotAllowed, TokenInvalid, TokenMissing } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';
import type { KnownRequest } from './access.decorators.js';
import { AccessLimited, ActionNotInToken } from './access-errors.js';
import { type Action, isAllowed, ruleOf } from './access-table.js';
import { Authentication } from './authentication.js';
import { mustCover } from './period.js';

/** Who bears the token of a request that has been let in and stays open: tokens are revoked, grants change. */
@Injectable()
export class Bearer {
  constructor(
    private readonly authentication: Authentication,
    private readonly clock: LicenseClock,
  ) {}

  /** @throws what the guard throws where it would not let the request in any more */
  async again(request: KnownRequest): Promise<Principal> {
    const token = tokenIn(request.get('authorization'));
    if (token instanceof ApiError) throw token;
    const principal = await this.authentication.bearerOf(token);
    mustBeAllowed(request.action as Action, principal, this.clock.now().now);
    return principal;
  }
}

/** @param now UTC instant @throws RoleNotAllowed, ActionNotInToken, AccessLimited, MomentOutsidePeriod */
export function mustBeAllowed(action: Action, principal: Principal, now: string): void {
  const { roles, house, moment } = ruleOf(action);
  if (!isAllowed(action, { ...principal, actions: null })) throw new RoleNotAllowed(action, principal.roles, roles);
  if (!isAllowed(action, principal)) throw new ActionNotInToken(action, principal.actions ?? []);
  if (house && principal.scopes.length > 0) throw new AccessLimited(action);
  if (moment === undefined) mustCover(principal, now);
}

export function tokenIn(header: string | undefined): string | ApiError {
  if (header === undefined) return new TokenMissing();
  return /^Bearer +([^ ]+)$/i.exec(header)?.[1] ?? new TokenInvalid();
}
