import type { Application, Request } from 'express';

/** The path as logs and answers may show it: addresses that need no login are keys. */
export function shownPath({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  const path = originalUrl.split('?')[0] ?? '/';
  return path
    .replace(/^\/feeds\/.*\.ics\/*$/i, '/feeds/….ics')
    .replace(/^\/acknowledge\/.*/i, '/acknowledge/…')
    .replace(/pzf_[\w-]+/g, '…');
}

/** Ids that the product gave, each by its own words: a name with a number behind it may be anybody's. */
const ownId =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:new|renewal|change|termination|reissue|annual-report|operation|inspection|condition|companion|subsidiary)(?:-\d{1,4}){1,2}|r\d{1,2}(?:-\d{1,4}){1,2})$/;

/** Behind which words entries are named by their number alone; elsewhere a number may be somebody's telephone. */
const numbered = new Set(['papers', 'packs']);
const entry = /^\d{1,6}$/;

const hidden = new Set(['…', '….ics']);

/** The path as logs may show it: words of the product's own addresses and ids, and nothing that somebody made up. */
export function loggedPath(originalUrl: string, words: ReadonlySet<string>): string {
  const isOwn = (part: string, before: string | undefined): boolean =>
    part === '' ||
    words.has(part) ||
    hidden.has(part) ||
    ownId.test(part) ||
    (numbered.has(before ?? '') && entry.test(part));
  return shownPath({ originalUrl })
    .split('/')
    .map((part, at, parts) => (isOwn(part, parts[at - 1]) ? part : '…'))
    .join('/');
}

/** Every word that stands in an address of the application itself. */
export function wordsOfAddresses({ router }: Pick<Application, 'router'>): Set<string> {
  const stack = router.stack as { route?: { path: unknown } }[];
  const patterns = stack.flatMap(({ route }) => (typeof route?.path === 'string' ? [route.path] : []));
  return new Set(patterns.flatMap((path) => path.split('/')).filter((part) => !part.startsWith(':')));
}
