import type { Application, Request } from 'express';

/** The path as logs and answers may show it: addresses that need no login are keys. */
export function shownPath({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  const path = originalUrl.split('?')[0] ?? '/';
  return path
    .replace(/^\/feeds\/.*\.ics\/*$/i, '/feeds/….ics')
    .replace(/^\/acknowledge\/.*/i, '/acknowledge/…')
    .replace(/pzf_[\w-]+/g, '…');
}

/** Ids that the product gave; anything else in their place somebody typed. */
const ownId = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]+(?:-[a-z0-9]+)*-\d{1,9}|[a-z]?\d{1,9})$/;

/** The path as logs may show it: words of the product's own addresses and ids, and nothing that somebody made up. */
export function loggedPath(originalUrl: string, words: ReadonlySet<string>): string {
  return shownPath({ originalUrl })
    .split('/')
    .map((part) => (part === '' || words.has(part) || ownId.test(part) || part.startsWith('…') ? part : '…'))
    .join('/');
}

/** Every word that stands in an address of the application itself. */
export function wordsOfAddresses({ router }: Pick<Application, 'router'>): Set<string> {
  const stack = router.stack as { route?: { path: unknown } }[];
  const patterns = stack.flatMap(({ route }) => (typeof route?.path === 'string' ? [route.path] : []));
  return new Set(patterns.flatMap((path) => path.split('/')).filter((part) => !part.startsWith(':')));
}
