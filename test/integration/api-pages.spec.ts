import { readFileSync } from 'node:fs';
import { gaps } from '../../apps/api/documents.js';
import { cast, openedLicense } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;

beforeAll(async () => {
  world = await ApiWorld.create();
});

afterAll(() => world.close());

describe('the pages that anybody may see', () => {
  it('greet in the language of the browser, or the one that is asked for', async () => {
    const page = async (path: string, language: string) =>
      (await world.stranger().get(path, { 'accept-language': language })).text;
    expect(await page('/', 'zh-CN')).toContain('<html lang="zh-CN">');
    expect(await page('/', 'en')).toContain('<html lang="en">');
    expect(await page('/?lang=zh', 'en')).toContain('开始使用');
  });

  it('carry no foreign address, so that they work without a network', async () => {
    for (const path of ['/', '/docs', '/docs/swagger-ui-init.js']) {
      const { status, text } = await world.stranger().get(path);
      expect(status).toBe(200);
      const foreign = [...text.matchAll(/(?:src|href)="(https?:)?\/\/[^"]*"/g)].map(([found]) => found);
      expect(foreign).toEqual([]);
    }
  });

  it('come with headers that keep a browser from harm', async () => {
    const { headers } = await world.stranger().get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('explain every error code', async () => {
    const { problems } = (await world.stranger().get('/problems')).body;
    expect(problems.length).toBeGreaterThan(100);
    expect((await world.stranger().get('/problems/invalid-date')).body).toMatchObject({
      code: 'invalid-date',
      title: { zh: expect.any(String) },
    });
    expect((await world.stranger().get('/problems/constructor')).status).toBe(404);
  });

  it('explain it to people on a page, in their language', async () => {
    const page = async (path: string, language: string) =>
      (await world.stranger().get(path, { accept: 'text/html,*/*;q=0.8', 'accept-language': language })).text;
    expect(await page('/problems/invalid-date', 'zh-CN')).toContain('<h1>日期有误</h1>');
    expect(await page('/problems/invalid-date', 'en')).toContain('<html lang="en">');
    expect(await page('/problems/invalid-date?lang=zh', 'en')).toContain('<html lang="zh-CN">');
    const index = await page('/problems', 'en');
    for (const { code } of (await world.stranger().get('/problems')).body.problems)
      expect(index).toContain(`href="/problems/${code}?lang=en"`);
  });
});

interface Operation {
  security?: unknown[];
  parameters?: { $ref?: string }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

describe('the OpenAPI description', () => {
  it('names every endpoint with its body, token and key', async () => {
    const { body } = await world.stranger().get('/openapi.json');
    const paths = Object.entries(body.paths as Record<string, Record<string, Operation>>);
    expect(paths.length).toBeGreaterThan(50);
    for (const [path, operations] of paths) {
      for (const [method, operation] of Object.entries(operations)) {
        const open = /^\/(health|problems|docs)|\.ics$/.test(path);
        if (!open) expect({ path, security: operation.security }).toEqual({ path, security: [{ bearer: [] }] });
        if (method === 'post')
          expect({ path, body: operation.requestBody !== undefined }).toEqual({ path, body: true });
        // What computes keeps nothing; a mail that came back is known by its own bytes.
        const computes = /^\/(assessments|bounces)$|\/rehearsals|\/preview$/.test(path);
        const keyed = operation.parameters?.some(({ $ref }) => $ref?.endsWith('/Idempotency-Key')) ?? false;
        if (method === 'post') expect({ path, keyed }).toEqual({ path, keyed: !computes });
      }
    }
  });

  it('is the one that is checked in', async () => {
    const kept = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
    expect((await world.stranger().get('/openapi.json')).body).toEqual(kept);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await world.stranger().get('/openapi.json');
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    const again = await world.stranger().get('/openapi.json', { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('lacks no example, no schema, no status and no version', async () => {
    expect(await gaps()).toEqual([]);
  });

  it('describes bodies strictly, with examples', async () => {
    const { components, paths } = (await world.stranger().get('/openapi.json')).body;
    const receipt =
      paths['/licenses/{id}/filings/{filingId}/receipt'].post.requestBody.content['application/json'].schema;
    const schema = receipt.$ref ? components.schemas[receipt.$ref.split('/').at(-1)] : receipt;
    expect(schema).toMatchObject({
      additionalProperties: false,
      required: ['receivedOn'],
      examples: [{ receivedOn: '2026-11-20' }],
    });
    expect(components.schemas.Problem.required).toContain('remedy');
  });
});

describe('health', () => {
  it('is ready when database, Temporal and both workers answer', async () => {
    expect((await world.stranger().get('/health/live')).body).toEqual({ status: 'live', version: '0.0.0-test' });
    const ready = await world.stranger().get('/health/ready');
    expect(ready).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: { database: 'ok', licensesWorker: 'ok' } },
    });
  });

  it('is not ready while no worker polls', async () => {
    const all = world.engine.workers;
    world.engine.workers = { ...all, licenses: false };
    const ready = await world.stranger().get('/health/ready');
    expect(ready).toMatchObject({
      status: 503,
      body: { status: 'not-ready', checks: { licensesWorker: 'failed', noticesWorker: 'ok' } },
    });
    world.engine.workers = all;
  });

  it('is not ready while a license pins law that is not here, and says which', async () => {
    const elsewhere = await ApiWorld.create();
    const { licenseId } = await openedLicense(await cast(elsewhere));
    try {
      await elsewhere.source.query(
        `update paizhao.snapshots set state = jsonb_set(state, '{pins,pack}', '"cn-vats-current@99"') where license_id = $1`,
        [licenseId],
      );
      expect(await elsewhere.stranger().get('/health/ready')).toMatchObject({
        status: 503,
        body: { checks: { law: 'failed' }, law: { lacking: [{ pack: 'cn-vats-current@99', licenses: 1 }] } },
      });
    } finally {
      await elsewhere.close({ spoiled: [licenseId] });
    }
  });

  it('shows the law with its hashes, and whether every worker works by it', async () => {
    const lock = JSON.parse(readFileSync('libs/rulebook/packs/lock.json', 'utf8')) as Record<string, string>;
    const all = world.engine.workers;
    world.engine.workers = { ...all, laws: [...all.laws, '000000000000'] };
    const { law } = (await world.stranger().get('/health/ready')).body;
    world.engine.workers = all;
    expect(law).toMatchObject({
      digest: expect.stringContaining(all.laws[0] ?? '-'),
      lacking: [],
      workersDiffer: true,
    });
    expect(law.packs).toContainEqual({ id: 'cn-vats-current@1', hash: lock['cn-vats-current@1'] });
    expect((await world.stranger().get('/health/ready')).body.law.workersDiffer).toBe(false);
  });
});
