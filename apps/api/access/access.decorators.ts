import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Principal } from '../../../libs/domain/index.js';
import { type Expected, expectedBy } from '../http/versions.js';
import { IdempotencyKeyInvalid, IdempotencyKeyMissing, TokenMissing } from '../problems/api-errors.js';
import { type Action, ruleOf } from './access-table.js';

export const actionKey = 'paizhao:action';
export const publicKey = 'paizhao:public';

/** Names the act that an endpoint performs; the access table says whose it is, and so does the description of the API. */
export const Act = (action: Action) => {
  const { roles, house = false } = ruleOf(action);
  return applyDecorators(SetMetadata(actionKey, action), ApiExtension('x-access', { action, roles, house }));
};

/** Open without a token; limited by the address that asks, but for what a machine asks to know whether we live. */
export const Public = (limits: Limited = 'limited') => SetMetadata(publicKey, limits);

export type Limited = 'limited' | 'unlimited';

/** A request after the guard has seen it. */
export type KnownRequest = Request & { principal?: Principal; action?: Action | 'unnamed' };

/** Who asks. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<KnownRequest>();
  if (!principal) throw new TokenMissing();
  return principal;
});

const keyShape = /^[\x21-\x7e]{1,200}$/;

/** Who sends a command, and the key by which a repeat of it is recognized. */
export interface Asker {
  caller: Principal;
  key: string;
  /** The version of what is changed that the caller has seen; null for whichever there is. */
  expected: Expected;
}

/** @throws IdempotencyKeyMissing, IdempotencyKeyInvalid; VersionRequired, IfMatchInvalid, VersionStale */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Asker => {
  const request = context.switchToHttp().getRequest<KnownRequest>();
  if (!request.principal) throw new TokenMissing();
  const key = request.get('idempotency-key');
  if (key === undefined || key === '') throw new IdempotencyKeyMissing();
  if (!keyShape.test(key)) throw new IdempotencyKeyInvalid();
  return { caller: request.principal, key, expected: expectedBy(request, context) };
});

/** The name under which a principal's ids are made. */
export const principalName = ({ actor }: Principal): string => `${actor.kind}:${actor.id}`;
