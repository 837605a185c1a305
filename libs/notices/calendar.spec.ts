import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { golden } from '../../test/support/golden.js';
import { aNoticeContent } from '../../test/support/notice-content.js';
import { calendarOf } from './calendar.js';
import { type CalendarDate, calendarAround, renderMime, eventsOf as written } from './index.js';

const frame = {
  key: 'k/1',
  from: 'Paizhao <paizhao@example.com>',
  to: 'wang@example.com',
  date: '2027-03-01T00:12:00.000Z',
};

/** Read by somebody else's parser. */
function eventsOf(calendar: string) {
  return new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    return {
      uid: event.uid,
      sequence: event.sequence,
      day: event.startDate.toString(),
      allDay: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      status: each.getFirstPropertyValue('status'),
      stamp: String(each.getFirstPropertyValue('dtstamp')),
      url: each.getFirstPropertyValue('url'),
    };
  });
}

const aDate = (over: Partial<CalendarDate> = {}): CalendarDate => ({
  obligationId: 'annual-report:12:2027',
  kind: 'annual-report',
  period: '2027',
  license: { id: '0192', name: 'B2-20260001', url: 'https://paizhao.example.com/licenses/0192' },
  company: 'Example; Networks, \\ Co., Ltd. 上海示例网络有限公司',
  authority: '上海市通信管理局',
  basis: aNoticeContent().basis,
  next: aNoticeContent().next,
  date: '2027-03-31',
  safeDay: '2027-03-30',
  cureEnd: '2027-04-30',
  firmness: 'firm',
  simulated: false,
  sequence: 0,
  cancelled: false,
  stamp: '2027-03-01T00:12:00.000Z',
  ...over,
});

describe('a calendar of dates', () => {
  it.each(['zh', 'en'] as const)('is what is checked in, in %s', (language) => {
    const text = calendarOf(
      [
        aDate(),
        aDate({ obligationId: 'renewal:7', kind: 'renewal', period: null, firmness: 'provisional', sequence: 2 }),
        aDate({ obligationId: 'change:5', kind: 'change', period: null, cancelled: true, sequence: 1 }),
        aDate({ obligationId: 'review:9', kind: 'review', period: null, safeDay: null, simulated: true }),
      ],
      language,
    );
    expect(text).toBe(golden(`feeds/dates.${language}.ics`, text));
  });

  it('says the same to another parser: a whole day, the safe one, with all that people typed', () => {
    const [event] = eventsOf(calendarOf([aDate()], 'en'));
    expect(event).toEqual({
      uid: 'annual-report-12-2027.0192@paizhao',
      sequence: 0,
      day: '2027-03-30',
      allDay: true,
      summary: 'Annual report 2027 — B2-20260001',
      description: expect.stringContaining('Legal date: 2027-03-31\n'),
      status: 'CONFIRMED',
      stamp: '2027-03-01T00:12:00Z',
      url: 'https://paizhao.example.com/licenses/0192',
    });
    expect(event?.description).toContain(`Company: ${aDate().company}\nAuthority: 上海市通信管理局`);
  });

  it.each([
    ['a provisional date', { firmness: 'provisional' }, 'TENTATIVE', '(provisional) Annual report 2027 — B2-20260001'],
    ['a closed obligation', { cancelled: true }, 'CANCELLED', 'Annual report 2027 — B2-20260001'],
    ['a simulated license', { simulated: true }, 'CONFIRMED', '[Simulated] Annual report 2027 — B2-20260001'],
  ] as const)('marks %s', (_, over, status, summary) => {
    expect(eventsOf(calendarOf([aDate(over)], 'en'))).toMatchObject([{ status, summary }]);
  });

  it('keeps the id of an obligation whose date moves, and counts the moves', () => {
    const [before] = eventsOf(calendarOf([aDate()], 'en'));
    const [after] = eventsOf(calendarOf([aDate({ safeDay: '2027-04-02', sequence: 1 })], 'zh'));
    expect(after).toMatchObject({ uid: before?.uid, sequence: 1, day: '2027-04-02' });
  });

  it('shows the day of the authority where there is no safe day, and nothing where there is none at all', () => {
    const dates = [aDate({ safeDay: null }), aDate({ safeDay: null, date: null })];
    expect(eventsOf(calendarOf(dates, 'en')).map(({ day }) => day)).toEqual(['2027-03-31']);
  });

  it('is the same in one piece and in several', () => {
    const dates = [aDate(), aDate({ obligationId: 'renewal:7' }), aDate({ obligationId: 'change:5' })];
    const pieces = [dates.slice(0, 2), dates.slice(2), []].map((piece) => written(piece, 'zh'));
    expect(calendarAround(pieces, 'zh')).toBe(calendarOf(dates, 'zh'));
    expect(eventsOf(calendarAround([], 'zh'))).toEqual([]);
  });

  it('says that it has no room for all licenses, where it has none', () => {
    const described = (options: object) => /X-WR-CALDESC:(.*)/.exec(calendarAround([], 'en', options))?.[1];
    expect([described({}), described({ leftOut: true })]).toEqual([undefined, expect.stringContaining('no room')]);
  });

  it('breaks its lines at 75 bytes and ends them as the standard says', () => {
    const text = calendarOf([aDate({ company: '示'.repeat(300) })], 'zh');
    const lines = text.split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});

describe('the calendar of a letter', () => {
  const attached = async (...content: Parameters<typeof aNoticeContent>) => {
    const { attachments } = await PostalMime.parse(await renderMime(frame, aNoticeContent(...content)));
    return attachments.map(({ filename, mimeType, disposition, method, content: bytes }) => ({
      ...{ filename, mimeType, disposition, method },
      events: eventsOf(Buffer.from(bytes as ArrayBuffer).toString('utf8')),
    }));
  };

  it('is attached: the safe day, with the legal date beside it', async () => {
    expect(await attached({ dateMoves: 2 }, { safeDay: '2027-03-30' })).toEqual([
      {
        filename: 'date.ics',
        mimeType: 'text/calendar',
        disposition: 'attachment',
        method: 'PUBLISH',
        events: [
          expect.objectContaining({
            uid: 'annual-report-12-2027.0192@paizhao',
            sequence: 2,
            day: '2027-03-30',
            description: expect.stringContaining('Legal date: 2027-03-31'),
          }),
        ],
      },
    ]);
  });

  it('is left out where there is no date, and where what counts is to stop', async () => {
    expect(await attached({}, { date: null, safeDay: null })).toEqual([]);
    expect(await attached({ kind: 'operating-without-permit', period: null })).toEqual([]);
  });
});
