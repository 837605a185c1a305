import * as answers from '../../apps/api/schemas/answers.js';
import { verifyExport } from '../../libs/ledger/index.js';
import { type Cast, cast, heldLicense, must } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let licenseId: string;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
  ({ licenseId } = await heldLicense(all));
  await must(all.admin.post(`/simulation/licenses/${licenseId}/skip`, { until: '2027-01-20' }));
});

afterAll(() => world.close());

const told = async () => {
  const { notices } = await must(all.officer.get(`/licenses/${licenseId}/notices`));
  return notices[0] as { obligationId: string; rung: string };
};
const deliveriesOf = (obligationId: string) =>
  all.auditor.get(`/licenses/${licenseId}/obligations/${encodeURIComponent(obligationId)}/deliveries`);

describe('what left for whom about a date', () => {
  it('names each rung, each message with its attempts and answers, and who acknowledged when', async () => {
    const { obligationId, rung } = await told();
    await must(all.officer.post(`/licenses/${licenseId}/acknowledgements`, { obligationId, rung }));
    const answer = await must(deliveriesOf(obligationId));
    expect(answers.obligationDeliveriesAnswer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ licenseId, obligationId, simulated: true });
    const [first] = answer.rungs;
    expect(first).toMatchObject({
      rung,
      acknowledged: [{ by: { kind: 'person', id: all.people.owner } }],
    });
    expect(first.firings.map(({ to }: { to: unknown }) => to)).toEqual([
      [{ role: 'owner', person: all.people.owner }],
      [{ role: 'deputy', person: all.people.deputy }],
    ]);
    expect(first.messages[0]).toMatchObject({
      role: 'owner',
      person: { id: all.people.owner, name: expect.stringContaining('名') },
      channel: 'mail',
      state: 'sent',
      story: [
        { type: 'delivery-attempted', attempt: 1 },
        { type: 'delivery-sent', answer: '250 OK', words: { zh: expect.any(String), en: expect.any(String) } },
      ],
    });
  });

  it('shows what is planned before anything has left', async () => {
    const { planned } = await must(all.officer.get(`/licenses/${licenseId}/notices`));
    const answer = await must(deliveriesOf(planned.at(-1).obligationId));
    expect(answer.planned.length).toBeGreaterThan(0);
  });

  it('knows no duty of another id', async () => {
    expect(await deliveriesOf('renewal:999')).toMatchObject({ status: 404, body: { code: 'obligation-not-found' } });
  });

  it('can be taken away and verified without this server, for whoever may export', async () => {
    const { status, bytes } = await all.auditor.bytes(`/licenses/${licenseId}/deliveries/export`);
    expect(status).toBe(200);
    const verified = verifyExport(bytes.toString('utf8'));
    expect(verified).toMatchObject({ findings: [], header: { stream: `delivery/${licenseId}`, simulated: true } });
    expect((await all.admin.get(`/licenses/${licenseId}/deliveries/export`)).status).toBe(403);
  });
});
