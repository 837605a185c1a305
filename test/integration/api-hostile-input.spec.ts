import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { type Cast, cast, companyWith, openedLicense, preparedFiling } from '../support/api-story.js';
import { type Answer, type ApiClient, ApiWorld } from '../support/api-world.js';
import { type DescribedOperation, describedOperations, leavesOf } from '../support/described-operations.js';

jest.setTimeout(120_000);

let world: ApiWorld;
let all: Cast;
/** Somebody to whom every operation is open. */
let anybody: ApiClient;
let licenseId = '';

const operations = describedOperations();
const withBody = operations.filter(({ body }) => body !== undefined);

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  anybody = (await world.person('officer', 'approver', 'manager', 'auditor', 'admin')).client;
  licenseId = (await openedLicense(all)).licenseId;
  await preparedFiling(all, licenseId);
});

afterAll(() => world.close());

function addressOf({ path }: DescribedOperation): string {
  return path
    .replace(/licenses\/\{id\}/, `licenses/${licenseId}`)
    .replace(/people\/\{id\}/, `people/${all.people.owner}`)
    .replace('{filingId}', 'new-1')
    .replaceAll(/\{\w+\}/g, randomUUID());
}

function send(client: ApiClient, operation: DescribedOperation, body: unknown): Promise<Answer> {
  const address = addressOf(operation);
  const headers = { 'if-match': '*' };
  return operation.method === 'put' ? client.put(address, body, { headers }) : client.post(address, body, { headers });
}

/** Asks one after the other, eight at a time. @returns those that are not answered as they should be */
async function differing<T>(rows: readonly T[], look: (row: T) => Promise<object | null>): Promise<object[]> {
  const found: object[] = [];
  for (let from = 0; from < rows.length; from += 8)
    found.push(...(await Promise.all(rows.slice(from, from + 8).map(look))).filter((each) => each !== null));
  return found;
}

const named = ({ method, path }: DescribedOperation) => `${method} ${path}`;

/** What comes back on bytes that no client of ours would send. */
async function raw(...lines: string[]): Promise<string> {
  const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
  socket.write(lines.join('\r\n'));
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe('every text of every body', () => {
  it.each(['a\u0000b', 'a\ud800b'])('may not hold what cannot be stored: %j', async (text) => {
    const rows = withBody.flatMap((operation) =>
      leavesOf(operation.body)
        .filter(({ value }) => typeof value === 'string')
        .map((leaf) => ({ operation, leaf })),
    );
    expect(rows.length).toBeGreaterThan(150);
    const before = await world.traces();
    const wrong = await differing(rows, async ({ operation, leaf }) => {
      const { status, body } = await send(anybody, operation, leaf.with(text));
      const right = status === 422 && body.code === 'text-not-storable' && body.pointer === leaf.pointer;
      return right ? null : { operation: named(operation), pointer: leaf.pointer, status, body };
    });
    expect(wrong).toEqual([]);
    expect(await world.traces()).toEqual(before);
  });
});

describe('every number of every body', () => {
  it('may be absurd without harm', async () => {
    const absurd = [1e308, -1e308, 2 ** 63, 1e-320, -0.5];
    const rows = withBody.flatMap((operation) =>
      leavesOf(operation.body)
        .filter(({ value }) => typeof value === 'number')
        .flatMap((leaf) => absurd.map((number) => ({ operation, leaf, number }))),
    );
    const wrong = await differing(rows, async ({ operation, leaf, number }) => {
      const { status } = await send(anybody, operation, leaf.with(number));
      return status < 500 ? null : { operation: named(operation), pointer: leaf.pointer, number, status };
    });
    expect(wrong).toEqual([]);
  });
});

describe('every body', () => {
  it('is refused where it holds another kind of thing', async () => {
    const others = [[], 'text', 7, null, Array.from({ length: 10_000 }, () => ({}))];
    const rows = withBody.flatMap((operation) => others.map((other) => ({ operation, other })));
    const wrong = await differing(rows, async ({ operation, other }) => {
      const { status } = await send(anybody, operation, other);
      return [400, 409, 422].includes(status) ? null : { operation: named(operation), other, status };
    });
    expect(wrong).toEqual([]);
  });

  it('is refused with a field that no object of ours has, but every object of JavaScript', async () => {
    const wrong = await differing(
      withBody.filter(({ method }) => method === 'post'),
      async (operation) => {
        const text = JSON.stringify(operation.body).replace('{', '{"constructor":{},"prototype":null,"__proto__":{},');
        const { status, body } = await anybody.post(addressOf(operation), text.replace(/,\}/, '}'));
        const said = (body.errors ?? []).map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`);
        const right = ['/constructor', '/prototype', '/__proto__'].every((name) =>
          said.includes(`${name} unknown-field`),
        );
        return status === 422 && right ? null : { operation: named(operation), status, body };
      },
    );
    expect(wrong).toEqual([]);
    const within = JSON.stringify({ ...companyWith(702), shareholders: ['x'] }).replace('"x"', '{"__proto__":{}}');
    expect((await all.officer.post('/companies', within)).body.pointer).toBe('/shareholders/0/__proto__');
  });

  it('is refused with a field that stands twice, at its place', async () => {
    const company = JSON.stringify(companyWith(701));
    const twice = company.replace('{', `{"uscc":"x",`);
    expect(await all.officer.post('/companies', twice)).toMatchObject({
      status: 422,
      body: { code: 'field-repeated', pointer: '/uscc' },
    });
  });
});

describe('every address', () => {
  it('takes the methods that are described, and says so to every other', async () => {
    const described = new Map<string, Set<string>>();
    for (const { path, method } of operations)
      described.set(path, (described.get(path) ?? new Set()).add(method.toUpperCase()));
    const rows = [...described].flatMap(([path, methods]) =>
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
        .filter((method) => !methods.has(method))
        .map((method) => ({ path, method, methods })),
    );
    const wrong = await differing(rows, async ({ path, method, methods }) => {
      const address = addressOf({ path, method, body: undefined, queries: [], numbers: [], guarded: true });
      const response = await fetch(`${world.url}${address}`, {
        method,
        headers: { authorization: `Bearer ${anybody.token}`, 'x-http-method-override': [...methods][0] ?? '' },
      });
      const allowed = (response.headers.get('allow') ?? '').split(', ').filter((each) => each !== 'HEAD');
      const right = response.status === 405 && String(allowed) === String([...methods].sort());
      return right ? null : { path, method, status: response.status, allowed };
    });
    expect(wrong).toEqual([]);
  });

  it.each(['colour', 'constructor', '__proto__'])('refuses a query that it does not read: %s', async (name) => {
    const wrong = await differing(
      operations.filter(({ method, guarded }) => method === 'get' && guarded),
      async (operation) => {
        const { status, body } = await anybody.get(`${addressOf(operation)}?${name}=red`);
        const right = status === 422 && JSON.stringify(body).includes(`"/${name}"`);
        return right ? null : { operation: named(operation), status, body };
      },
    );
    expect(wrong).toEqual([]);
  });

  it('reads no query twice, and none that cannot be stored', async () => {
    const rows = operations.flatMap((operation) => operation.queries.map((query) => ({ operation, query })));
    const wrong = await differing(rows, async ({ operation, query }) => {
      const address = addressOf(operation);
      const answers = [
        await anybody.get(`${address}?${query}=%00`),
        await anybody.get(`${address}?${query}=${'9'.repeat(400)}`),
        await anybody.get(`${address}?${query}[a]=1&${query}=2&${query}=3`),
      ];
      const statuses = answers.map(({ status }) => status);
      return statuses.every((status) => [404, 422].includes(status))
        ? null
        : { operation: named(operation), query, statuses };
    });
    expect(wrong).toEqual([]);
  });
});

describe('every whole number in an address', () => {
  it.each(['', '05', '0x5', '5.0', '5e0', '%205'])('is written in digits only: "%s" is none', async (written) => {
    const rows = operations.flatMap((operation) => operation.numbers.map((query) => ({ operation, query })));
    expect(rows.length).toBeGreaterThan(20);
    const wrong = await differing(rows, async ({ operation, query }) => {
      const { status, body } = await anybody.get(`${addressOf(operation)}?${query}=${written}`);
      const right = status === 422 && JSON.stringify(body).includes(`"/${query}"`);
      return right ? null : { operation: named(operation), query, status, body };
    });
    expect(wrong).toEqual([]);
  });
});

describe('every header that decides', () => {
  const request = (...headers: string[]) =>
    raw('POST /companies HTTP/1.1', 'Host: x', 'Connection: close', 'Content-Length: 2', ...headers, '', '{}');

  it.each(['Authorization: Bearer a', 'Idempotency-Key: a', 'Content-Type: application/json', 'If-Match: *'])(
    'stands once in a request: %s',
    async (header) => {
      const answer = await request('Content-Type: application/json', header, header);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"code":"header-repeated"');
    },
  );

  it.each([
    ['two lengths', ['Content-Length: 7']],
    ['a length and chunks', ['Transfer-Encoding: chunked']],
  ])('does not let a second request in: %s', async (_, headers) => {
    expect(await request(...headers)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('through all of it', () => {
  it('nothing broke inside', () => {
    expect(world.log.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
