import PostalMime from 'postal-mime';
import { aNoticeContent } from '../../test/support/notice-content.js';
import { digestOf, type LetterFrame, renderDigest, renderMime } from './index.js';

const frame: LetterFrame = {
  key: 'digest/p/2027-03-01',
  from: 'Paizhao <paizhao@example.com>',
  to: 'wang@example.com',
  date: '2027-03-01T01:00:00.000Z',
};

const ofLicense = (id: string) => ({ license: { id, name: `B2-${id}`, url: `https://paizhao.example.com/${id}` } });

const renewal = aNoticeContent({ kind: 'renewal', period: null }, { obligationId: 'renewal:4', safeDay: '2027-06-30' });
const report = aNoticeContent();
const other = aNoticeContent(ofLicense('2'), { safeDay: '2027-03-10', date: '2027-03-10' });
const undated = aNoticeContent(
  { kind: 'correction', period: null },
  { obligationId: 'correction:9', safeDay: null, date: null },
);

function digest(...notices: Parameters<typeof digestOf>[1]) {
  const content = digestOf('2027-03-01', notices);
  if (!content) throw new Error('There is nothing to tell.');
  return content;
}

describe('a digest', () => {
  it('is not made of nothing', () => {
    expect(digestOf('2027-03-01', [])).toBeNull();
  });

  it('puts the dates of one license together, the most pressing first, what has none last', () => {
    const { licenses } = digest(undated, renewal, other, report);
    expect(
      licenses.map(({ license, notices }) => [license.id, ...notices.map(({ notice }) => notice.obligationId)]),
    ).toEqual([
      ['2', 'annual-report:12:2027'],
      ['0192', 'annual-report:12:2027', 'renewal:4', 'correction:9'],
    ]);
  });

  it('begins with what must stop at once, however old the other dates are', () => {
    const alarm = aNoticeContent({ kind: 'operating-without-permit' }, { obligationId: 'alarm:9', safeDay: null });
    const overdue = aNoticeContent({}, { safeDay: '2026-12-31', date: '2026-12-31' });
    const [{ notices }] = digest(overdue, alarm).licenses;
    expect(notices[0]).toBe(alarm);
  });

  it('is headed by the date that presses most, and counts the others', async () => {
    const parsed = await PostalMime.parse(await renderDigest(frame, digest(renewal, report)));
    expect(parsed.subject).toBe('Annual report 2027 by 2027-03-31 — B2-20260001 (and 1 more)');
    expect(parsed.text?.indexOf('Annual report 2027')).toBeLessThan(
      parsed.text?.indexOf('Application for renewal') ?? 0,
    );
    expect(parsed.html).toContain('Application for renewal');
  });

  it('of one date is the letter about it', async () => {
    expect(await renderDigest(frame, digest(report))).toEqual(await renderMime(frame, report));
  });

  it('is the same bytes each time, whatever the order of what waited', async () => {
    const [first, second] = [digest(renewal, report, other), digest(other, report, renewal)];
    expect(await renderDigest(frame, first)).toEqual(await renderDigest(frame, second));
  });
});
