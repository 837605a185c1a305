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
});

interface Operation {
  security?: unknown[];
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

describe('the OpenAPI description', () => {
  it('names every endpoint with its body, token and key', async () => {
    const { body } = await world.stranger().get('/openapi.json');
    const paths = Object.entries(body.paths as Record<string, Record<string, Operation>>);
    expect(paths.length).toBeGreaterThan(50);
    for (const [path, operations] of paths) {
      for (const [method, operation] of Object.entries(operations)) {
        const open = /^\/(health|problems|docs)/.test(path);
        if (!open) expect({ path, security: operation.security }).toEqual({ path, security: [{ bearer: [] }] });
        if (method === 'post')
          expect({ path, body: operation.requestBody !== undefined }).toEqual({ path, body: true });
        const computes = path === '/assessments' || path === '/rehearsals';
        const keyed = operation.parameters?.some(({ name }) => name === 'Idempotency-Key') ?? false;
        if (method === 'post') expect({ path, keyed }).toEqual({ path, keyed: !computes });
      }
    }
  });

  it('describes bodies strictly, with examples', async () => {
    const { components, paths } = (await world.stranger().get('/openapi.json')).body;
    const receipt =
      paths['/licenses/{id}/filings/{filingId}/receipt'].post.requestBody.content['application/json'].schema;
    const schema = receipt.$ref ? components.schemas[receipt.$ref.split('/').at(-1)] : receipt;
    expect(schema).toMatchObject({
      additionalProperties: false,
      required: ['receivedOn'],
      example: { receivedOn: '2026-11-20' },
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
    world.engine.workers = { licenses: false, notices: true };
    const ready = await world.stranger().get('/health/ready');
    expect(ready).toMatchObject({
      status: 503,
      body: { status: 'not-ready', checks: { licensesWorker: 'failed', noticesWorker: 'ok' } },
    });
    world.engine.workers = { licenses: true, notices: true };
  });
});
