import { aDeadline, aDelivery, anAuditContent, anEntry, auditedPeople } from '../../test/support/audit-content.js';
import type { AuditContent, AuditedDelivery } from './index.js';
import { auditReport, type ReportLanguage } from './index.js';

const languages: ReportLanguage[] = ['zh-CN', 'en'];

const htmlOf = (content: AuditContent, language: ReportLanguage): string =>
  [...auditReport(content, language)].join('');

/** What people read, without marks of the form. */
function read(content: AuditContent, language: ReportLanguage): string {
  const [, body = ''] = htmlOf(content, language).split('</style>');
  return body.replaceAll(/<[^>]*>/g, '\n').replaceAll(/\n+/g, '\n');
}

const nothingIn: Partial<AuditContent> = {
  first: null,
  last: null,
  deadlines: [],
  history: [],
  deliveries: [],
  documents: [],
  law: { packs: [], calendars: [], readings: [], rules: [] },
  proof: { checkpoint: null, continues: null, checkpoints: 0, streams: [] },
  files: [],
};

describe.each(languages)('the report in %s', (language) => {
  it('is one document without script, and nothing is loaded from elsewhere', () => {
    const html = htmlOf(anAuditContent(), language);
    expect(html.startsWith(`<!doctype html>\n<html lang="${language}">`)).toBe(true);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<img|\ssrc=|url\(|@import|https?:|\son\w+=/i);
  });

  it('has headings without a gap, and each table says of what it is', () => {
    const html = htmlOf(anAuditContent(), language);
    const levels = [...html.matchAll(/<h(\d)[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level) => level === 2)).toHaveLength(9);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const table of html.split('<table').slice(1)) {
      expect(table).toMatch(
        table.startsWith(' class="facts"') ? /<th scope="row">/ : /<caption>[^<]+<\/caption>[\s\S]*<th scope="col">/,
      );
    }
  });

  it('leads to each of its parts', () => {
    const html = htmlOf(anAuditContent(), language);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links).toHaveLength(9);
    for (const id of links) expect(html).toContain(`<h2 id="${id}">`);
  });

  it('says in words whatever it says', () => {
    for (const content of [anAuditContent(), anAuditContent(nothingIn)])
      expect(read(content, language)).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
  });

  it('shows what companies and people write as they wrote it', () => {
    const name = `<b>"A" & 'B'</b>`;
    const content = anAuditContent({
      company: { name, uscc: '<u>' },
      history: [anEntry(1, { words: { zh: '<i>', en: '<i>' }, reason: 'r' })],
      texts: { r: '</td><script>alert(1)</script>' },
    });
    const html = htmlOf(content, language);
    expect(html).not.toMatch(/<b>|<u>|<i>|<script/);
    expect(html).toContain('&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;');
    expect(html).toContain('&lt;/td&gt;&lt;script&gt;');
  });

  it('is the same text for the same content', () => {
    expect(htmlOf(anAuditContent(), language)).toBe(htmlOf(anAuditContent(), language));
  });

  it('says of a period in which nothing was that there was nothing', () => {
    const html = htmlOf(anAuditContent(nothingIn), language);
    expect(html.match(/<h2 /g)).toHaveLength(9);
    expect(html).not.toContain('<caption>');
  });
});

describe('the report', () => {
  const en = (more: Partial<AuditContent> = {}) => read(anAuditContent(more), 'en');

  it('tells what it is, of which license, for which days, and the version that made it', () => {
    for (const part of [
      '沪B2-20260118',
      '91310115MA1K4BTX0Q',
      '2026-01-01 to 2026-12-31',
      '2027-02-03 14:30:00',
      'Paizhao 0.5.0',
    ])
      expect(en()).toContain(part);
  });

  it('gives the command to run and the unanchored window', () => {
    expect(en()).toContain('paizhao verify bundle.zip --key &lt;fingerprint from elsewhere&gt; --checkpoint &lt;');
    expect(en()).toContain('One entry is younger than the newest checkpoint');
  });

  it.each(languages)('tells the fingerprint, and never hands it out as an anchor of its own (%s)', (language) => {
    const { fingerprint } = anAuditContent().proof.checkpoint ?? { fingerprint: '' };
    const text = read(anAuditContent(), language);
    expect(text.split(fingerprint)).toHaveLength(2);
    expect(text).not.toContain(`--key ${fingerprint}`);
  });

  it.each([
    [1, 'one entry is gone'],
    [1240, '1,240 entries are gone'],
  ])('says that the log took the place of another one, and how much is gone (%d)', (gone, words) => {
    const continues = {
      origin: 'paizhao/before',
      size: 98_000,
      kept: 90_000,
      gone,
      sealedAt: '2027-01-03T01:00:00.000Z',
    };
    const text = en({ proof: { ...anAuditContent().proof, continues } });
    expect(text).toContain('since 2027-01-03 09:00:00 this log stands in the place of another one (paizhao/before');
    expect(text).toContain('98,000 leaves, the first 90,000 of which were kept');
    expect(text).toContain(words);
    expect(en()).not.toContain('in the place of another one');
  });

  it('says of what was never sealed that nothing can anchor it', () => {
    const never = en({ proof: { ...anAuditContent().proof, checkpoint: null } });
    expect(never).toContain('has never sealed anything');
    expect(never).not.toContain('--key');
  });

  it('has the license of both days beside each other, and marks what differs', () => {
    const [, states = ''] = en().split('First and last day, as known');
    expect(states).toMatch(/\nStatus\ngranted\nvalid\nchanged\n/);
    expect(states).toMatch(/\nCoverage\nShanghai\nShanghai\nAuthority\n/);
    expect(states).toContain('2030-12-21 on the paper\n2030-12-21 as computed');
  });

  const byTheManager = { kind: 'person', id: auditedPeople.manager } as const;
  const at = { seq: 40, type: 'obligation-waived', recordedAt: '2026-03-12T02:15:07.120Z', actor: byTheManager };
  it.each([
    [
      'met in time',
      { how: 'done', on: '2026-03-12', by: at, daysLate: 0, bySilence: null },
      'met on 2026-03-12 (in time)',
    ],
    [
      'met late',
      { how: 'done', on: '2026-04-02', by: at, daysLate: 2, bySilence: null },
      'met on 2026-04-02\n2 days late',
    ],
    [
      'met without a date',
      { how: 'done', on: '2026-04-02', by: at, daysLate: null, bySilence: null },
      'met on 2026-04-02',
    ],
    [
      'waived',
      { how: 'waived', on: '2026-03-01', by: at, daysLate: null, bySilence: null },
      'waived by two persons on 2026-03-01',
    ],
    [
      'over by itself',
      { how: 'lapsed', on: '2026-03-01', by: null, daysLate: null, bySilence: null },
      'over on 2026-03-01: its date passed',
    ],
    ['open past its date', null, 'open, 275 days past its date on 2026-12-31'],
  ] as const)('tells of a deadline that was %s', (_what, ended, words) => {
    const text = en({ deadlines: [aDeadline({ ended })] });
    expect(text).toContain(words);
    if (ended?.by) expect(text).toMatch(/entry 40, recorded 2026-03-12 10:15:07 by person \d/);
  });

  const silent = { how: 'done', on: '2026-04-01', by: at, daysLate: 1 } as const;
  it.each([
    ['acceptance', null, 'taken as accepted by silence\nnot yet confirmed by a person'],
    [
      'acceptance',
      { how: 'confirmed', seq: 44, on: '2026-04-03' },
      'taken as accepted by silence\nconfirmed on 2026-04-03 (entry 44)',
    ],
    [
      'renewal',
      { how: 'retracted', seq: 44, on: '2026-04-03' },
      'taken as renewed by silence\nretracted on 2026-04-03 (entry 44)',
    ],
  ] as const)('says of %s by silence that nobody acted, and whether it holds (%j)', (as, settled, words) => {
    const text = en({ deadlines: [aDeadline({ ended: { ...silent, bySilence: { as, settled } } })] });
    expect(text).toContain(`fell due on 2026-03-31, no answer came: ${words}`);
    expect(text).not.toContain('1 day late');
    expect(text).not.toContain('met on 2026-04-01');
  });

  it('tells nothing of days ahead, and says so', () => {
    const asked = { from: '2026-01-01', to: '2028-12-31' };
    const period = { from: '2026-01-01', to: '2027-02-03' };
    const text = en({ asked, period, deadlines: [aDeadline({ ended: null })] });
    expect(text).toContain('2026-01-01 to 2027-02-03\nasked for until 2028-12-31; nothing is told of days after');
    expect(text).toContain('\nDay this report was made (2027-02-03)\n');
    expect(text).toContain('open, 309 days past its date on 2027-02-03');
    expect(en()).not.toContain('asked for until');
  });

  it('says of an open deadline in time no more than that it is open', () => {
    const period = { from: '2026-01-01', to: '2026-03-31' };
    expect(en({ period, deadlines: [aDeadline({ ended: null })] })).toMatch(/\nOutcome\nopen\n/);
  });

  it('gives article, version, calendar and the steps of a deadline', () => {
    for (const part of [
      'Measures on Telecom Business Permits (MIIT Order 42), art. 35; N321',
      'cn-vats-current@2, cn-2026.2',
      '2026-03-31 (Tuesday), firm',
      '  Count: the day 03-31 of that year',
    ])
      expect(en()).toContain(part);
    expect(read(anAuditContent(), 'zh-CN')).toContain('第35条；N321');
  });

  it('tells the history by the day on which things were true', () => {
    const [, history = ''] = en().split('\nValid on\n');
    const days = [...history.matchAll(/\n(\d{4}-\d\d-\d\d)\n\d+\n/g)].map(([, day]) => day);
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual([...days].sort());
  });

  it('marks what was entered after the fact, after the period, or corrected', () => {
    expect(en()).toContain('was issued on 2025-12-22\nEntered after the fact: 13 days later\nCorrected by entry 14');
    expect(en()).toContain('Recorded after the last day');
    const before = { recordedInPeriod: false, recordedAt: '2025-12-30T01:00:00.000Z' };
    expect(en({ history: [anEntry(1, before)] })).toContain('Recorded before the first day');
  });

  it('names people and tells reasons only where the bundle may', () => {
    expect(en()).toContain('The reason is kept encrypted');
    expect(en()).toContain('it names nobody');
    const named = en({ people: { [auditedPeople.owner]: '王芳' }, texts: { 'reason-1': '印刷有误' } });
    expect(named).toContain('王芳 (person 1)');
    expect(named).toContain('Reason: 印刷有误');
    expect(named).toMatch(new RegExp(`person 1\n王芳\n${auditedPeople.owner}`));
    expect(named).toMatch(new RegExp(`person 3\n–\n${auditedPeople.manager}`));
  });

  it.each<[AuditedDelivery['state'], string]>([
    ['queued', 'not sent yet'],
    ['sent', 'sent'],
    ['uncertain', 'may have left'],
    ['suppressed', 'not sent'],
    ['failed', 'failed'],
    ['bounced', 'bounced'],
  ])('tells of a message that is %s', (state, words) => {
    expect(en({ deliveries: [aDelivery({ state, events: [] })] })).toContain(`\nmail\n${words}\n`);
  });

  it('tells when a message left, by what, and what the other side answered', () => {
    expect(en()).toContain('2026-02-27 09:03:11 accepted by the other side (answer 250)');
    expect(en()).toContain('sending began (attempt\u00a01)');
    expect(en()).toMatch(/2026-02-27 10:00:00 by person 1, entry 9/);
  });

  it('leaves what it does not know as it stands', () => {
    const strange = aDelivery({
      obligationId: 'of/another/form',
      rung: 'drum',
      channel: 'pigeon',
      events: [
        { seq: 1, type: 'delivery-sung', words: null, at: '2026-02-27T01:03:10.000Z', attempt: null, code: null },
      ],
    });
    const text = en({ deliveries: [strange] });
    for (const part of ['of/another/form', 'drum', 'pigeon', '2026-02-27 09:03:10 delivery-sung'])
      expect(text).toContain(part);
    expect(en()).toContain('a type that this version does not know: of-a-later-release');
  });

  it('says of a simulated license that it proves nothing, on printed pages too', () => {
    const html = htmlOf(anAuditContent({ simulated: true }), 'en');
    expect(html).toContain('<p class="banner">Simulated: no proof of compliance</p>');
    expect(html).toContain('@top-center { content: "Simulated: no proof of compliance"');
    expect(htmlOf(anAuditContent(), 'en')).not.toContain('Simulated');
  });
});
