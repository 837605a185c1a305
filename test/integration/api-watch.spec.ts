import * as answers from '../../apps/api/schemas/answers.js';
import { AlarmRepository } from '../../libs/persistence/index.js';
import { alarmKinds } from '../../libs/watch/index.js';
import { type Cast, cast, must, openedLicense } from '../support/api-story.js';
import { type Answer, ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

describe('alarms', () => {
  const at = '2026-11-20T02:00:00.000Z';
  const found = (subject: string) => ({ subject, details: { seconds: 700 } });
  const alarms = () => new AlarmRepository(world.source.manager);

  it('can be read by everybody, in words, the open ones first', async () => {
    await alarms().record([{ kind: 'work-waiting', found: [found('licenses'), found('notices')], complete: true }], at);
    await alarms().record([{ kind: 'work-waiting', found: [found('notices')], complete: true }], at);
    const open = await must(all.auditor.get('/alarms'));
    expect(answers.alarmsAnswer.parse(open)).toEqual(open);
    expect(open.alarms).toMatchObject([
      { kind: 'work-waiting', subject: 'notices', words: { en: alarmKinds['work-waiting'].en }, clearedAt: null },
    ]);
    expect((await must(all.admin.get('/alarms?all=true'))).alarms).toHaveLength(2);
  });

  it('go on from page to page in either order, also those that were raised at once', async () => {
    const subjects = ['fan-out', 'licenses', 'notices'];
    await alarms().record([{ kind: 'work-stuck', found: subjects.map(found), complete: true }], at);
    for (const order of ['all=false', 'all=true']) {
      const whole = (await must(all.auditor.get(`/alarms?${order}`))).alarms;
      const pages = [];
      for (let path: string | undefined = `/alarms?${order}&limit=1`; path; ) {
        const { body, headers }: Answer = await all.auditor.get(path);
        pages.push(...body.alarms);
        path = /^<([^>]+)>/.exec(headers.get('link') ?? '')?.[1];
      }
      expect(pages.length).toBeGreaterThan(2);
      expect(pages).toEqual(whole);
    }
    await alarms().record([{ kind: 'work-stuck', found: [], complete: true }], at);
  });

  it('refuses a filter that it does not know', async () => {
    expect((await all.officer.get('/alarms?all=yes')).body).toMatchObject({ code: 'field-invalid' });
  });

  it('are counted by readiness, those apart that nobody could be told', async () => {
    const due = await alarms().toTell(at);
    await alarms().told(due, 'log', at);
    const { body } = await world.stranger().get('/health/ready');
    expect(body).toMatchObject({ status: 'ready', alarms: { open: 1, untold: 1 } });
  });
});

describe('the log', () => {
  const lines = () => world.log.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('names license and command in the line of a command, refused ones too', async () => {
    const { licenseId } = await openedLicense(all);
    const { commandId } = await must(all.officer.post(`/licenses/${licenseId}/filings`, { kind: 'new' }));
    expect(lines().at(-1)).toMatchObject({ licenseId, commandId, status: 201, msg: 'answered' });
    await all.officer.post(`/licenses/${licenseId}/acknowledgements`, { obligationId: 'renewal:1', rung: 'S' });
    expect(lines().at(-1)).toMatchObject({ licenseId, commandId: expect.any(String), code: expect.any(String) });
  });

  it('carries no address and no token, whatever was asked', async () => {
    await must(all.admin.post('/people', { name: '样例三', mail: 'sample.third@example.com', language: 'zh' }));
    await must(all.admin.get('/people'));
    const text = world.log.join('');
    expect(text).not.toMatch(/@example\.com|样例三|pz_[A-Za-z0-9_-]{20}/);
  });
});
