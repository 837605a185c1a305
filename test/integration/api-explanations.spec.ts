import { explanationAnswer } from '../../apps/api/schemas/explanation.js';
import { checkPrinted } from '../../libs/proof-check/index.js';
import { type Cast, cast, must, openedLicense, receivedFiling } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let licenseId: string;
let filing: string;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  ({ licenseId } = await openedLicense(all));
  filing = `/licenses/${licenseId}/filings/${await receivedFiling(all, licenseId)}`;
});

afterAll(() => world.close());

const at = (obligationId: string) => `/licenses/${licenseId}/obligations/${obligationId}/explanation`;

async function idOf(kind: string): Promise<string> {
  const { obligations } = await must(all.auditor.get(`/licenses/${licenseId}/agenda`));
  return obligations.find((obligation: { kind: string }) => obligation.kind === kind).id;
}

describe('the explanation of an obligation', () => {
  it('is JSON of the described form, and says the date of the agenda', async () => {
    const id = await idOf('acceptance');
    const answer = await must(all.auditor.get(at(id)));
    expect(explanationAnswer.safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(answer).toMatchObject({
      obligationId: id,
      proven: true,
      explanation: {
        subject: id,
        date: '2026-11-27',
        duty: 'authority',
        readings: [{ rule: { id: 'limit.completeness' }, start: { name: 'receivedOn', value: '2026-11-20' } }],
      },
    });
    expect(checkPrinted(JSON.stringify(answer))).toEqual([{ date: '2026-11-27', differences: [] }]);
  });

  it.each([
    ['zh-CN', '日期：2026-11-27（星期五），确定'],
    ['en', 'Date: 2026-11-27 (Friday), firm'],
  ])('is a text in %s where one is asked for, which can be checked again', async (language, line) => {
    const headers = { accept: 'text/plain', 'accept-language': language };
    const { status, text } = await all.officer.get(at(await idOf('acceptance')), headers);
    expect(status).toBe(200);
    expect(text.split('\n')).toContain(line);
    expect(checkPrinted(text)).toEqual([{ date: '2026-11-27', differences: [] }]);
  });

  it('says that no date is known where a notice prints none', async () => {
    const notice = { noticedOn: '2026-11-20', items: [{ requirementId: 'application-form', text: '缺少联系人' }] };
    await must(all.officer.post(`${filing}/correction-notice`, notice));
    const id = await idOf('correction');
    expect(await must(all.auditor.get(at(id)))).toMatchObject({ explanation: null, proven: null });
    expect((await all.auditor.get(at(id), { accept: 'text/plain' })).text).toContain('No date is known.');
  });

  it.each([
    ['acceptance:999', 404, 'obligation-not-found'],
    ['Acceptance!', 422, 'field-invalid'],
  ])('of %s is not there', async (id, status, code) => {
    expect(await all.auditor.get(at(encodeURIComponent(id)))).toMatchObject({ status, body: { code } });
  });
});
