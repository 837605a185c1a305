import type { Request } from 'express';

/** The path as logs and answers may show it: addresses that need no login are keys. */
export function shownPath({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  const path = originalUrl.split('?')[0] ?? '/';
  return path
    .replace(/^\/feeds\/.*\.ics\/*$/i, '/feeds/….ics')
    .replace(/^\/acknowledge\/.*/i, '/acknowledge/…')
    .replace(/pzf_[\w-]+/g, '…');
}
