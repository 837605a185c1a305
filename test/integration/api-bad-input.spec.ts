import { randomUUID } from 'node:crypto';
import {
  aPdf,
  type Cast,
  cast,
  companyWith,
  must,
  openedLicense,
  preparedFiling,
  receivedFiling,
  sampleCompany,
} from '../support/api-story.js';
import { type Answer, ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
/** A license in preparation, one whose filing the authority has, and one with a granted filing. */
let draft: { licenseId: string; filingId: string };
let received: { licenseId: string; filingId: string };
let granted: { licenseId: string; filingId: string };

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  const prepare = async (how: typeof preparedFiling) => {
    const { licenseId } = await openedLicense(all);
    return { licenseId, filingId: await how(all, licenseId) };
  };
  draft = await prepare(preparedFiling);
  received = await prepare(receivedFiling);
  granted = await prepare(receivedFiling);
  await must(all.officer.post(act(granted, 'acceptance'), { acceptedOn: '2026-11-20' }));
  await must(all.officer.post(act(granted, 'grant'), { grantedOn: '2026-11-20' }));
});

afterAll(() => world.close());

const act = ({ licenseId, filingId }: { licenseId: string; filingId: string }, name: string): string =>
  `/licenses/${licenseId}/filings/${filingId}/${name}`;

const aPermit = {
  number: '沪B2-20260001',
  validFrom: '2026-11-20',
  printedLastDay: '2031-11-19',
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
};

interface Row {
  what: string;
  send: () => Promise<Answer>;
  status: number;
  code: string;
  pointer?: string;
}

const rows: Row[] = [
  {
    what: 'a wrong USCC',
    send: () => all.officer.post('/companies', { ...sampleCompany, uscc: '91310000MA1K000018' }),
    status: 422,
    code: 'invalid-uscc',
    pointer: '/uscc',
  },
  {
    what: 'an unknown province',
    send: () => all.officer.post('/companies', { ...companyWith(501), province: 'xx' }),
    status: 422,
    code: 'unknown-province',
    pointer: '/province',
  },
  {
    what: 'an unknown province to ask for',
    send: () =>
      all.officer.post('/licenses', { ...opening(), coverage: { kind: 'province', provinces: ['atlantis'] } }),
    status: 422,
    code: 'unknown-province',
    pointer: '/coverage/provinces/0',
  },
  {
    what: 'an unknown service type',
    send: () => all.officer.post('/licenses', { ...opening(), serviceTypes: ['B99'] }),
    status: 422,
    code: 'unknown-service-type',
    pointer: '/serviceTypes/0',
  },
  {
    what: 'an unknown province in an assessment',
    send: () =>
      all.officer.post('/assessments', {
        company: { ...sampleCompany, province: 'xx' },
        serviceTypes: ['B24'],
        coverage: { kind: 'nationwide' },
      }),
    status: 422,
    code: 'unknown-province',
    pointer: '/company/province',
  },
  {
    what: '2026-02-30',
    send: () => all.officer.post(act(received, 'acceptance'), { acceptedOn: '2026-02-30' }),
    status: 422,
    code: 'invalid-date',
    pointer: '/acceptedOn',
  },
  {
    what: '2026/2/3',
    send: () => all.officer.post(act(received, 'acceptance'), { acceptedOn: '2026/2/3' }),
    status: 422,
    code: 'invalid-date',
    pointer: '/acceptedOn',
  },
  {
    what: 'a receipt dated tomorrow',
    send: async () => all.officer.post(act(await submitted(), 'receipt'), { receivedOn: '2026-11-21' }),
    status: 422,
    code: 'date-in-future',
    pointer: '/receivedOn',
  },
  {
    what: 'a receipt dated before its filing',
    send: async () => all.officer.post(act(await submitted(), 'receipt'), { receivedOn: '2026-11-19' }),
    status: 422,
    code: 'receipt-before-filing',
    pointer: '/receivedOn',
  },
  {
    what: 'a grant before acceptance',
    send: () => all.officer.post(act(received, 'grant'), { grantedOn: '2026-11-20' }),
    status: 409,
    code: 'grant-before-acceptance',
    pointer: '/filingId',
  },
  {
    what: 'a service opened before the permit',
    send: () =>
      all.officer.post(`/licenses/${received.licenseId}/services`, { serviceType: 'B24', openedOn: '2026-11-20' }),
    status: 409,
    code: 'permit-not-issued',
  },
  {
    what: "a permit's end before its start",
    send: () =>
      all.officer.post(act(granted, 'permit'), {
        permit: { ...aPermit, printedLastDay: '2026-11-19' },
        issuedOn: '2026-11-20',
      }),
    status: 422,
    code: 'permit-end-before-start',
    pointer: '/permit/printedLastDay',
  },
  {
    what: 'a file that is too large',
    send: () => upload('a.pdf', Buffer.concat([aPdf(), Buffer.alloc(5_242_880)])),
    status: 422,
    code: 'file-too-large',
    pointer: '/file',
  },
  {
    what: 'an archive',
    send: () => upload('a.docx', archive),
    status: 422,
    code: 'archive-not-allowed',
    pointer: '/file',
  },
  {
    what: 'a file of a false type',
    send: () => upload('a.png', aPdf()),
    status: 422,
    code: 'file-type-mismatch',
    pointer: '/file',
  },
  {
    what: 'an empty file',
    send: () => upload('a.pdf', Buffer.alloc(0)),
    status: 422,
    code: 'file-empty',
    pointer: '/file',
  },
  {
    what: 'a form without a file',
    send: () => all.officer.upload(act(draft, 'materials'), { requirementId: 'application-form' }, null),
    status: 422,
    code: 'file-missing',
    pointer: '/file',
  },
  {
    what: 'a material for a requirement that there is not',
    send: () =>
      all.officer.upload(act(draft, 'materials'), { requirementId: 'moon-rock' }, { name: 'a.pdf', bytes: aPdf() }),
    status: 422,
    code: 'unknown-requirement',
    pointer: '/requirementId',
  },
  {
    what: 'unknown fields',
    send: () => all.officer.post('/companies', { ...companyWith(502), colour: 'red' }),
    status: 422,
    code: 'unknown-field',
    pointer: '/colour',
  },
  {
    what: 'an unknown field of a form',
    send: () =>
      all.officer.upload(
        act(draft, 'materials'),
        { requirementId: 'application-form', colour: 'red' },
        { name: 'a.pdf', bytes: aPdf() },
      ),
    status: 422,
    code: 'unknown-field',
    pointer: '/colour',
  },
  {
    what: 'a missing field',
    send: () => all.officer.post(act(received, 'acceptance'), {}),
    status: 422,
    code: 'field-missing',
    pointer: '/acceptedOn',
  },
  {
    what: '10 MB of JSON',
    send: () => all.officer.post('/companies', `{"name":"${'x'.repeat(10_000_000)}"}`),
    status: 413,
    code: 'body-too-large',
    pointer: '',
  },
  {
    what: 'what is not JSON',
    send: () => all.officer.post('/companies', '{"name":'),
    status: 400,
    code: 'malformed-json',
    pointer: '',
  },
  {
    what: 'a JSON text that is no object',
    send: () => all.officer.post('/companies', '7'),
    status: 400,
    code: 'malformed-json',
    pointer: '',
  },
  {
    what: 'XML',
    send: () => all.officer.post('/companies', '<company/>', { headers: { 'content-type': 'application/xml' } }),
    status: 415,
    code: 'media-type-unsupported',
  },
  { what: 'no body', send: () => all.officer.post('/companies', ''), status: 422, code: 'field-missing' },
  {
    what: 'no Idempotency-Key',
    send: () => all.officer.post(act(received, 'acceptance'), { acceptedOn: '2026-11-20' }, { key: null }),
    status: 400,
    code: 'idempotency-key-missing',
  },
  {
    what: 'an Idempotency-Key of 300 characters',
    send: () => all.officer.post(act(received, 'acceptance'), { acceptedOn: '2026-11-20' }, { key: 'k'.repeat(300) }),
    status: 400,
    code: 'idempotency-key-invalid',
  },
  {
    what: 'no token',
    send: () => world.stranger().post('/companies', companyWith(503)),
    status: 401,
    code: 'token-missing',
  },
  {
    what: 'a wrong token',
    send: () => world.stranger(`pz_${'A'.repeat(43)}`).post('/companies', companyWith(503)),
    status: 401,
    code: 'token-invalid',
  },
  {
    what: 'a token of another form',
    send: () => world.stranger('secret').get('/companies'),
    status: 401,
    code: 'token-invalid',
  },
  {
    what: "another role's action",
    send: () => all.officer.post(act(draft, 'sign-off'), {}),
    status: 403,
    code: 'role-not-allowed',
  },
  {
    what: 'an auditor who writes',
    send: () => all.auditor.post('/companies', companyWith(503)),
    status: 403,
    code: 'role-not-allowed',
  },
  {
    what: 'an officer who administers',
    send: () => all.officer.post('/tokens', { personId: randomUUID(), roles: ['admin'] }),
    status: 403,
    code: 'role-not-allowed',
  },
  {
    what: 'an unknown company',
    send: () => all.officer.post('/licenses', { ...opening(), companyId: randomUUID() }),
    status: 422,
    code: 'company-unknown',
    pointer: '/companyId',
  },
  {
    what: 'an owner whom nobody knows',
    send: () => all.officer.post('/licenses', { ...opening(), people: { ...all.people, owner: randomUUID() } }),
    status: 422,
    code: 'person-not-found',
    pointer: '/people/owner',
  },
  {
    what: 'a license that there is not',
    send: () => all.officer.get(`/licenses/${randomUUID()}`),
    status: 404,
    code: 'license-not-found',
  },
  {
    what: 'an id that is none',
    send: () => all.officer.get('/licenses/1'),
    status: 422,
    code: 'field-invalid',
    pointer: '/id',
  },
  {
    what: 'an unknown filing',
    send: () => all.officer.post(act({ ...draft, filingId: 'new-9' }, 'receipt'), { receivedOn: '2026-11-20' }),
    status: 404,
    code: 'filing-not-found',
    pointer: '/filingId',
  },
  {
    what: 'an address with nothing at it',
    send: () => all.officer.get('/nothing'),
    status: 404,
    code: 'route-not-found',
  },
  {
    what: 'a method that is not there',
    send: () => all.officer.post('/health/live', {}),
    status: 405,
    code: 'method-not-allowed',
  },
  {
    what: 'a form without its boundary',
    send: () => all.officer.post(act(draft, 'materials'), 'x', { headers: { 'content-type': 'multipart/form-data' } }),
    status: 400,
    code: 'malformed-form',
  },
  {
    what: 'a form that is cut off',
    send: () =>
      all.officer.post(act(draft, 'materials'), cutForm, {
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      }),
    status: 400,
    code: 'malformed-form',
  },
  {
    what: 'a file under another name',
    send: () =>
      all.officer.post(act(draft, 'materials'), `${cutForm.replace('"file"', '"paper"')}\r\n--b--\r\n`, {
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      }),
    status: 400,
    code: 'malformed-form',
  },
  {
    what: 'JSON where a form is due',
    send: () => all.officer.post(act(draft, 'materials'), {}),
    status: 415,
    code: 'media-type-unsupported',
  },
  ...['gb18030', 'utf-16', 'utf-16le', 'utf-7'].map((charset) => ({
    what: `JSON in another character set: ${charset}`,
    send: () =>
      all.officer.post('/companies', '{}', { headers: { 'content-type': `application/json; charset=${charset}` } }),
    status: 415,
    code: 'media-type-unsupported',
  })),
  {
    what: 'JSON that is nested a hundred thousand times',
    send: () => all.officer.post('/assessments', `{"company":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    status: 422,
    code: 'nested-too-deep',
  },
  {
    what: 'a broken percent sign in the address',
    send: () => all.officer.get('/licenses/%E0%A4%A'),
    status: 404,
    code: 'route-not-found',
  },
  {
    what: 'U+0000 in a text',
    send: () => all.approver.post(`/licenses/${draft.licenseId}/closure`, { reason: 'a\u0000b' }),
    status: 422,
    code: 'text-not-storable',
    pointer: '/reason',
  },
  {
    what: 'half of a surrogate pair in a name',
    send: () => all.officer.post('/companies', `{"name":"\\ud800"}`),
    status: 422,
    code: 'text-not-storable',
    pointer: '/name',
  },
];

const cutForm = [
  '--b',
  'Content-Disposition: form-data; name="requirementId"',
  '',
  'application-form',
  '--b',
  'Content-Disposition: form-data; name="file"; filename="a.pdf"',
  'Content-Type: application/pdf',
  '',
  '%PDF-1.4 cut',
].join('\r\n');

const archive = Buffer.from('504b0304140000000000000021000000000000000000000000000800000066696c652e747874', 'hex');

const upload = (name: string, bytes: Buffer): Promise<Answer> =>
  all.officer.upload(
    act(draft, 'materials'),
    { requirementId: 'application-form', issuedOn: '2026-11-18' },
    { name, bytes },
  );

let companyId = '';
const opening = () => ({
  companyId,
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  people: all.people,
});

/** One filing that is submitted and has no receipt, made once. */
let waiting: Promise<{ licenseId: string; filingId: string }> | null = null;
function submitted(): Promise<{ licenseId: string; filingId: string }> {
  waiting ??= (async () => {
    const { licenseId } = await openedLicense(all);
    const filingId = await preparedFiling(all, licenseId);
    await must(all.approver.post(act({ licenseId, filingId }, 'sign-off'), {}));
    await must(all.officer.post(act({ licenseId, filingId }, 'submission'), {}));
    return { licenseId, filingId };
  })();
  return waiting;
}

describe('bad input', () => {
  beforeAll(async () => {
    companyId = (await openedLicense(all)).companyId;
    await submitted();
  });

  it.each(rows)('$what: a typed problem, and nothing on record', async ({ send, status, code, pointer }) => {
    const before = await world.traces();
    const answer = await send();
    expect({ status: answer.status, code: answer.body?.code }).toEqual({ status, code });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      type: `http://paizhao.test/problems/${code}`,
      title: expect.stringMatching(/./),
      detail: expect.stringMatching(/./),
      remedy: expect.stringMatching(/./),
      requestId: answer.headers.get('x-request-id'),
    });
    if (pointer !== undefined) expect(answer.body.pointer).toBe(pointer);
    if (status === 401) expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect(await world.traces()).toEqual(before);
  });

  it('a preparer who signs off the own pack is refused', async () => {
    const both = await world.person('officer', 'approver');
    const { licenseId } = await openedLicense({ ...all, officer: both.client });
    const filingId = await preparedFiling({ ...all, officer: both.client }, licenseId);
    const before = await world.traces();
    const answer = await both.client.post(act({ licenseId, filingId }, 'sign-off'), {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'signer-prepared-pack', remedy: expect.any(String) } });
    expect(await world.traces()).toEqual(before);
  });

  it('a second submission with the same key and another body is refused', async () => {
    const key = randomUUID();
    await must(all.officer.post(act(received, 'acceptance'), { acceptedOn: '2026-11-20', number: 'A-1' }, { key }));
    const before = await world.traces();
    const answer = await all.officer.post(
      act(received, 'acceptance'),
      { acceptedOn: '2026-11-20', number: 'A-2' },
      { key },
    );
    expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await world.traces()).toEqual(before);
  });

  it('everything that is wrong is said at once, each with its place', async () => {
    const { body } = await all.officer.post('/companies', {
      ...companyWith(504),
      province: 'xx',
      establishedOn: '2026-02-30',
      foreignShare: 120,
      colour: 'red',
    });
    expect(body.code).toBe('request-invalid');
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort(),
    ).toEqual([
      '/colour unknown-field',
      '/establishedOn invalid-date',
      '/foreignShare field-invalid',
      '/province unknown-province',
    ]);
    for (const entry of body.errors) expect(entry.remedy).toMatch(/./);
  });

  it('a request with thousands of faults gets a short answer that says how many', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`field${i}`, 0]));
    const { body, text } = await all.officer.post('/companies', { ...companyWith(505), ...unknown });
    expect(body).toMatchObject({ status: 422, code: 'unknown-field', details: { faults: 10_000 } });
    expect(text.length).toBeLessThan(20_000);
  });

  it('speaks the language that is asked for', async () => {
    const asked = (language: string) => all.officer.get(`/licenses/${randomUUID()}`, { 'accept-language': language });
    expect((await asked('zh-CN,zh;q=0.9,en;q=0.5')).body.title).toMatch(/[一-鿿]/);
    expect((await asked('en-GB')).body.title).toMatch(/^[A-Z]/);
  });

  it('in Chinese says all that is wrong with a form in Chinese, and nothing of what was given', async () => {
    const wrong = {
      ...companyWith(506),
      province: 'xx',
      name: 7,
      foreignShare: 120,
      establishedOn: '2026-02-30',
      a: 1,
    };
    const { body } = await all.officer.post('/companies', wrong, { headers: { 'accept-language': 'zh-CN' } });
    const words = (text: string) => ({ title: text, detail: text, remedy: text });
    const { title, detail, remedy } = body;
    expect({ title, detail, remedy }).toEqual({
      title: '请求有多处错误',
      detail: '请求有 5 处错误',
      remedy: '请按 errors 逐项修改。',
    });
    expect(body.errors).toHaveLength(5);
    for (const entry of body.errors) expect(entry).toMatchObject(words(expect.stringMatching(/[一-鿿]/)));
    const of = (pointer: string) => body.errors.find((entry: { pointer: string }) => entry.pointer === pointer);
    expect(of('/name')).toMatchObject({ detail: '类型不符：应为字符串', remedy: '请改为字符串。' });
    expect(of('/foreignShare').remedy).toBe('请改为合适的值：不得超过 100。');
    expect(JSON.stringify(body.errors)).not.toMatch(/2026-02-30|expected|Give|xx/);
  });

  it('in Chinese keeps what the record does not allow in its own words, with title and remedy in Chinese', async () => {
    const { licenseId } = await openedLicense(all);
    const path = `/licenses/${licenseId}/filings/new-9/submission`;
    const asked = (language: string) =>
      all.officer.post(path, { submittedOn: '2026-11-20' }, { headers: { 'accept-language': language } });
    const [zh, en] = [(await asked('zh')).body, (await asked('en')).body];
    expect(zh).toMatchObject({ code: en.code, detail: en.detail, title: expect.stringMatching(/[一-鿿]/) });
    expect(zh.remedy).toMatch(/[一-鿿]/);
  });

  it('never answers 500, and logs no token and no body', () => {
    const text = world.log.join('');
    expect(text.includes('request failed')).toBe(false);
    expect(text.includes(all.officer.token ?? '')).toBe(false);
    expect(text.includes('样例股东甲')).toBe(false);
  });
});
