import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { MediaTypeUnsupported } from '../problems/api-errors.js';

const formKey = 'paizhao:form';

/** The endpoint takes a form with a file; every other one takes JSON. */
export const TakesForm = () => SetMetadata(formKey, true);

/** Refuses a body of another type than the endpoint reads, instead of treating it as missing. */
@Injectable()
export class MediaTypeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const expected = this.reflector.get<boolean | undefined>(formKey, context.getHandler())
      ? 'multipart/form-data'
      : 'application/json';
    // null: the request has no body; false: it has one of another type.
    if (request.is(expected) === false) throw new MediaTypeUnsupported(expected);
    return true;
  }
}
