import PostalMime from 'postal-mime';
import { aNoticeContent } from '../../test/support/notice-content.js';
import { expect } from '../../test/support/quick-expect.js';
import type { ObligationKind } from '../domain/index.js';
import type { NoticeContent } from './content.js';
import { letterBody, renderMime } from './index.js';

const kinds: ObligationKind[] = [
  'acceptance',
  'review',
  'permit-issue',
  'renewal-decision',
  'correction',
  'report-return',
  'deferred-materials',
  'annual-report',
  'change',
  'renewal',
  'termination-notice',
  'termination-decision',
  'reissue-decision',
  'non-renewal-report',
  'permit-return',
  'false-material-bar',
  'fraud-bar',
  'bad-list-exit',
  'dishonest-list-exit',
  'reconsideration',
  'litigation',
  'operating-without-permit',
  'inspection-answer',
  'special-condition',
  'number-certificate-renewal',
  'number-certificate-report',
];
const rungs = [
  'S-180',
  'S',
  'january-1',
  'opened',
  'half-time',
  'ask',
  'complaint',
  'weekly-3',
  'cure-2',
  'undated-1',
  'window-missed-1',
  'expired-4',
  'date-moved-1',
  'alarm',
  'still-running-1',
];

describe('a letter', () => {
  it.each(['zh', 'en'] as const)('has words for every obligation and rung in %s', (language) => {
    for (const kind of kinds) {
      for (const rung of rungs) {
        const body = letterBody(aNoticeContent({ language, kind }, { rung }));
        expect(JSON.stringify(body)).not.toMatch(/undefined|null/);
        expect(body.preheader).toContain(body.lead);
        expect(body.lead).not.toMatch(/提醒级别|^Reminder:/);
      }
    }
  });

  it('quotes the duty, its dates, the next step, the article, the rung, who was told, and why it comes', () => {
    expect(letterBody(aNoticeContent())).toMatchObject({
      title: 'Annual report 2027',
      about: 'B2-20260001 · 上海示例网络有限公司',
      dates: [
        { label: 'Safe day', value: '2027-03-31' },
        { label: 'Legal date', value: '2027-03-31' },
        { label: 'Can be made good until', value: '2027-04-30' },
      ],
      next: { label: 'Next step', value: 'Fill in and file the annual report.' },
      details: expect.arrayContaining([
        {
          label: 'Basis',
          value:
            'Measures on Telecom Business Permits art. 36 (from a reliable report of the text): in the first quarter of each year',
        },
        { label: 'Reminder', value: 'S-30, planned for 2027-03-01' },
        { label: 'Also told', value: 'nobody else' },
        { label: 'Reference', value: 'annual-report:12:2027' },
      ]),
      footer: ['You get this as the owner of the license.', expect.stringMatching(/^Sent by Paizhao/)],
    });
  });

  it('has all of that in one list as well, whose and what first', () => {
    expect(letterBody(aNoticeContent()).facts.map(({ label }) => label)).toEqual([
      'Company',
      'License',
      'Duty',
      'Safe day',
      'Legal date',
      'Can be made good until',
      'Next step',
      'Basis',
      'Reminder',
      'Also told',
      'Reference',
    ]);
  });

  it.each([
    ['owner', ['owner'], 'nobody else'],
    ['owner', ['owner', 'manager'], 'the manager'],
    ['deputy', ['deputy'], 'the owner'],
    ['manager', ['manager'], 'the owner and the deputy'],
    ['manager', ['owner', 'manager'], 'the owner'],
  ] as const)('tells the %s of a notice to %j who else was told: %s', (role, to, value) => {
    const recipient = { name: 'Wang Fang', role };
    const { details } = letterBody(
      aNoticeContent({ recipient }, { to: to.map((each) => ({ role: each, person: each })) }),
    );
    expect(details).toContainEqual({ label: 'Also told', value });
  });

  it('names nobody who was not told: the owner who muted this, or whom the mail did not reach', () => {
    const recipient = { name: 'Wang Fang', role: 'deputy' } as const;
    for (const instead of [{ mutedByRecipient: true }, { undelivered: true }]) {
      const { details } = letterBody(
        aNoticeContent({ recipient, ...instead }, { to: [{ role: 'deputy', person: 'd' }] }),
      );
      expect(details).toContainEqual({ label: 'Also told', value: 'nobody else' });
    }
  });

  it('has one link to the license and one to acknowledge, where there is one', () => {
    const { url, acknowledge } = letterBody(aNoticeContent());
    expect([url.href, acknowledge?.href]).toEqual([
      'https://paizhao.example.com/licenses/0192',
      'https://paizhao.example.com/acknowledge/one-use-token',
    ]);
    expect(letterBody(aNoticeContent({ acknowledgeUrl: null })).acknowledge).toBeNull();
  });

  it.each([
    ['en', '2027-03-31', 'Way off the bad list, ended on 2026-11-20 — B2-20260001', 'Last day of the span'],
    ['zh', '2027-03-31', '移出不良名单，已于 2026-11-20 届满 — B2-20260001', '期间最后一日'],
    ['en', '2026-11-01', 'Way off the bad list until 2026-11-20 — B2-20260001', 'Last day of the span'],
    ['zh', '2026-11-01', '移出不良名单，2026-11-20 届满 — B2-20260001', '期间最后一日'],
  ] as const)('in %s speaks of a span by its last day, on %s', (language, today, subject, label) => {
    const span = { language, today, kind: 'bad-list-exit', period: null } as const;
    const body = letterBody(aNoticeContent(span, { rung: 'ended', date: '2026-11-20', safeDay: null }));
    expect(body.subject).toBe(subject);
    expect(body.dates).toContainEqual({ label, value: '2026-11-20' });
  });

  it('gives an alarm the day of its beginning, and none by which', () => {
    const body = letterBody(aNoticeContent({ kind: 'operating-without-permit', period: null }, { rung: 'alarm' }));
    expect(body.subject).toBe('Stop operating without a permit — B2-20260001');
    expect(body.dates).toContainEqual({ label: 'Without a right since', value: '2027-03-31' });
    expect(body.dates.map(({ label }) => label)).not.toContain('Safe day');
  });

  it.each([
    ['a simulated license', aNoticeContent({ simulated: true }), /Simulated/],
    ['a provisional date', aNoticeContent({}, { firmness: 'provisional' }), /Provisional/],
    ['a late reminder', aNoticeContent({}, { late: true }), /planned for 2027-03-01/],
    [
      'reminders that were missed',
      aNoticeContent({}, { late: true, skipped: ['S-60'] }),
      /1 earlier reminder did not leave/,
    ],
    [
      'a moved date',
      aNoticeContent({}, { rung: 'date-moved-1', movedFrom: '2027-03-30' }),
      /from 2027-03-30 to 2027-03-31/,
    ],
    ['an escalation', aNoticeContent({ recipient: { name: 'Li Na', role: 'deputy' } }), /as the deputy/],
    [
      'a notice to owner and manager together',
      aNoticeContent(
        { recipient: { name: 'Li Na', role: 'manager' } },
        {
          to: [
            { role: 'owner', person: 'a' },
            { role: 'manager', person: 'b' },
          ],
        },
      ),
      /told at the same time/,
    ],
    ['a reminder that the owner muted', aNoticeContent({ mutedByRecipient: true }), /wants no reminders of this kind/],
    ['an undelivered reminder', aNoticeContent({ undelivered: true }), /could not be delivered/],
  ])('says so first: %s', (_, of, sentence) => {
    expect(letterBody(of).marks.join('\n')).toMatch(sentence);
  });

  it.each([
    ['2027-03-01', '30 days to the safe day.', 'Annual report 2027 by 2027-03-31 — B2-20260001'],
    [
      '2027-03-31',
      'Today is the safe day: the last day to act without risk.',
      'Annual report 2027 by 2027-03-31 — B2-20260001',
    ],
    [
      '2027-04-01',
      'The safe day passed 1 day ago. Act at once.',
      'Annual report 2027, was due by 2027-03-31 — B2-20260001',
    ],
  ])('tells on %s how much time is left: %s', (today, lead, subject) => {
    expect(letterBody(aNoticeContent({ today }))).toMatchObject({ lead, subject });
  });

  it('names no person in its subject', () => {
    const { subject } = letterBody(aNoticeContent({ simulated: true }));
    expect(subject).toBe('[Simulated] Annual report 2027 by 2027-03-31 — B2-20260001');
  });

  it('is the same bytes each time it is rendered', async () => {
    const frame = {
      key: 'k/1',
      from: 'Paizhao <paizhao@example.com>',
      to: 'wang@example.com',
      date: '2027-03-01T00:12:00.000Z',
    };
    const [first, second] = [
      await renderMime(frame, aNoticeContent({ language: 'zh' })),
      await renderMime(frame, aNoticeContent({ language: 'zh' })),
    ];
    expect(first.equals(second)).toBe(true);
    expect(first.equals(await renderMime({ ...frame, key: 'k/2' }, aNoticeContent({ language: 'zh' })))).toBe(false);
  });

  it('arrives as readable text and HTML, with what people typed escaped', async () => {
    const frame = {
      key: 'k/1',
      from: 'Paizhao <paizhao@example.com>',
      to: 'wang@example.com',
      date: '2027-03-01T00:12:00.000Z',
    };
    const parsed = await PostalMime.parse(await renderMime(frame, aNoticeContent({ company: '<b>甲 & 乙</b>' })));
    expect(parsed).toMatchObject({
      date: '2027-03-01T00:12:00.000Z',
      messageId: expect.stringMatching(/@example\.com>$/),
    });
    expect(parsed.text).toContain('<b>甲 & 乙</b>');
    expect(parsed.html).toContain('&lt;b&gt;甲 &amp; 乙&lt;/b&gt;');
  });
});

describe('a letter says why it leaves on its day', () => {
  const preparation = { startBy: '2027-02-26', workingDays: 30, lastTime: 23, count: 3, of: 'license' as const };
  const grounds = { ladder: { of: 'house' as const, seq: 7 }, preparation, away: [] };
  const factOf = (of: NoticeContent, label: string) => letterBody(of).facts.find((fact) => fact.label === label)?.value;

  it('whose reminder it is, and by when one had to begin', () => {
    const letter = aNoticeContent({}, { grounds });
    expect(factOf(letter, 'Days of reminding')).toBe('chosen by the house (its entry 7)');
    expect(factOf(letter, 'Begin by')).toBe(
      '2027-02-26 (passed: begin at once). The materials took 23 working days last time; of 3 filings nine in ten took at most 30.',
    );
    const chinese = aNoticeContent({ language: 'zh' }, { grounds: { ...grounds, ladder: { of: 'license', seq: 4 } } });
    expect(factOf(chinese, '提醒日期')).toBe('为本许可证设定（记录第 4 条）');
    expect(factOf(chinese, '最迟开始准备')).toContain('上次准备材料用了 23 个工作日');
  });

  it('nothing of either where the rules alone give the day, or an older release wrote the notice', () => {
    const usual = aNoticeContent({}, { grounds: { ladder: { of: 'pack', seq: null }, preparation: null, away: [] } });
    for (const letter of [
      usual,
      aNoticeContent(),
      aNoticeContent({ today: '2027-04-01' }, { grounds: { ...grounds, away: [] } }),
    ])
      expect(factOf(letter, 'Begin by')).toBeUndefined();
    expect(factOf(usual, 'Days of reminding')).toBeUndefined();
  });

  it('that it comes to a deputy at once because the owner is away', () => {
    const to = [
      { role: 'owner' as const, person: 'a' },
      { role: 'deputy' as const, person: 'b' },
    ];
    const letter = aNoticeContent(
      { recipient: { name: 'Li Na', role: 'deputy' } },
      { to, grounds: { ...grounds, away: ['owner'] } },
    );
    expect(letterBody(letter).marks).toContain('Somebody before you is away, so you are told at once and stand in.');
  });

  it.each(['en', 'zh'] as const)('the rung on the latest safe start, %s', (language) => {
    expect(letterBody(aNoticeContent({ language }, { rung: 'prepare' })).lead).toMatch(
      /latest safe start|最迟的稳妥开始日/,
    );
  });
});
