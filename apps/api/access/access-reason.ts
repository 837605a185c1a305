import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { InvalidInput } from '../../../libs/domain/index.js';
import { type ApiOptions, OPTIONS } from '../runtime/runtime.js';
import type { KnownRequest } from './access.decorators.js';
import { namedId } from './named-id.js';

const header = 'Paizhao-Reason';
const longest = 500;
const printable = /^[ -~]*$/;
const takesReasonKey = 'paizhao:takes-reason';

/** An endpoint whose use stands on the access record: whoever asks may say why, or must where the house wants it. */
export const TakesReason = () =>
  applyDecorators(
    SetMetadata(takesReasonKey, true),
    ApiHeader({
      name: header,
      required: false,
      description:
        'Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it',
      schema: { type: 'string', maxLength: 9 * longest, pattern: printable.source, example: 'annual%20audit%202026' },
    }),
  );

/** Why somebody asks; null where nobody says it. It is no part of the address, which others may log. */
export const Reason = createParamDecorator((_: unknown, context: ExecutionContext): string | null =>
  reasonIn(context.switchToHttp().getRequest<Request>()),
);

/** @throws ReasonInvalid */
export function reasonIn(request: Pick<Request, 'get'>): string | null {
  const written = request.get(header) ?? '';
  if (!printable.test(written)) throw new ReasonInvalid();
  let text: string;
  try {
    text = decodeURIComponent(written).trim();
  } catch {
    throw new ReasonInvalid();
  }
  if ([...text].length > longest || text.includes('\0')) throw new ReasonInvalid();
  return text === '' ? null : text;
}

/** Holds callers to the reason that the house demands. Nobody needs one for what is kept about oneself. */
@Injectable()
export class ReasonCheck implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (this.reflector.get<true | undefined>(takesReasonKey, context.getHandler())) {
      const request = context.switchToHttp().getRequest<KnownRequest>();
      const own = namedId(request.params.id) === request.principal?.actor.id;
      if (reasonIn(request) === null && this.options.reasonsDemanded && !own) throw new ReasonMissing();
    }
    return next.handle();
  }
}

class ReasonInvalid extends InvalidInput {
  constructor() {
    super('reason-invalid', `${header} is no percent-encoded text of up to ${longest} characters`, {
      header,
      remedy: 'Write the text in percent-encoded UTF-8, as encodeURIComponent does.',
    });
  }
}

class ReasonMissing extends InvalidInput {
  constructor() {
    super('reason-missing', 'this house wants to know why', {
      header,
      remedy: `Say why in the header ${header}, in percent-encoded UTF-8.`,
    });
  }
}
