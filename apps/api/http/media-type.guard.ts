import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { MediaTypeUnsupported } from '../problems/api-errors.js';

const mediaTypeKey = 'paizhao:media-type';

/** The endpoint takes a form with a file; every other one takes JSON. */
export const TakesForm = () => SetMetadata(mediaTypeKey, 'multipart/form-data');

/** The endpoint takes a mail as it is. */
export const TakesMail = () => SetMetadata(mediaTypeKey, 'message/rfc822');

/** The endpoint takes what a page's plain form sends. */
export const TakesPageForm = () => SetMetadata(mediaTypeKey, 'application/x-www-form-urlencoded');

/** Refuses a body of another type than the endpoint reads, instead of treating it as missing. */
@Injectable()
export class MediaTypeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const named = this.reflector.get<string | undefined>(mediaTypeKey, context.getHandler());
    const expected = named ?? 'application/json';
    // null: the request has no body; false: it has one of another type.
    if (request.is(expected) === false) throw new MediaTypeUnsupported(expected);
    return true;
  }
}
