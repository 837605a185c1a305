import PostalMime from 'postal-mime';
import { golden } from '../../test/support/golden.js';
import { aNoticeContent } from '../../test/support/notice-content.js';
import {
  digestOf,
  heartbeatLetter,
  type LetterFrame,
  type NoticeContent,
  renderDigest,
  renderMime,
  renderPlainMime,
} from './index.js';

type Language = 'zh' | 'en';

const frame: LetterFrame = {
  key: 'golden',
  from: 'Paizhao <paizhao@example.com>',
  to: 'wang@example.com',
  date: '2027-06-15T00:12:00.000Z',
};

const people = { zh: '王芳', en: 'Wang Fang' } as const;

/** A letter of June 15, 2027, about a date of its own. */
function about(
  language: Language,
  kind: NoticeContent['kind'],
  notice: Partial<NoticeContent['notice']>,
  { role = 'owner', ...over }: Partial<NoticeContent> & { role?: NoticeContent['recipient']['role'] } = {},
): NoticeContent {
  const next = { zh: '（下一步的说明）', en: '(what to do next)' };
  const rest = { language, kind, period: null, cureEnd: null, today: '2027-06-15', next };
  return aNoticeContent(
    { ...rest, recipient: { name: people[language], role }, ...over },
    { obligationId: `${kind}:7`, kind, plannedOn: '2027-06-15', to: [{ role, person: 'p' }], ...notice },
  );
}

const authority = { safeDay: null, date: '2027-05-20' };
const passed = { safeDay: '2027-06-04', date: '2027-06-06' };
const together = [
  { role: 'owner', person: 'p' },
  { role: 'manager', person: 'q' },
] as const;
const reading = {
  date: '2027-06-14',
  wording: { zh: '自受理之日起六十个工作日', en: 'Sixty working days from acceptance' },
};

/** Each kind of letter that is laid out as the others are, so that its text says all that is its own. */
const letters: Record<string, (language: Language) => NoticeContent> = {
  'opened-without-a-date': (language) =>
    about(language, 'change', { rung: 'opened', date: null, safeDay: null }, { basis: null }),
  'window-missed': (language) =>
    about(language, 'renewal', {
      ...passed,
      rung: 'window-missed-2',
      plannedOn: '2027-06-11',
      late: true,
      skipped: ['window-missed-1'],
    }),
  expired: (language) => about(language, 'renewal', { ...passed, rung: 'expired-3' }, { role: 'manager' }),
  'authority-is-asked': (language) =>
    about(language, 'review', { ...authority, rung: 'ask' }, { otherReadings: [reading] }),
  'authority-is-late': (language) => about(language, 'permit-issue', { ...authority, rung: 'complaint' }),
  'a-right-opens': (language) =>
    about(language, 'litigation', { rung: 'opened', date: '2027-12-15', safeDay: '2027-12-15' }),
  'a-bar-has-ended': (language) =>
    about(language, 'false-material-bar', { rung: 'ended', date: '2027-06-14', safeDay: null }),
  'operating-without-permit': (language) =>
    about(
      language,
      'operating-without-permit',
      { rung: 'alarm', date: '2027-06-15', safeDay: null, to: [...together] },
      { role: 'manager' },
    ),
  'a-date-moved': (language) =>
    about(language, 'change', {
      rung: 'date-moved-1',
      movedFrom: '2027-06-30',
      date: '2027-07-02',
      safeDay: '2027-07-02',
    }),
  'told-in-place-of-another': (language) =>
    about(language, 'renewal', { ...passed, rung: 'S' }, { role: 'deputy', undelivered: true }),
  'told-since-another-muted-it': (language) =>
    about(language, 'renewal', { ...passed, rung: 'S' }, { role: 'deputy', mutedByRecipient: true }),
};

const heartbeat = (language: Language) =>
  heartbeatLetter({
    language,
    week: '2027-06-14',
    licenses: 12,
    openObligations: 31,
    overdueObligations: 2,
    oldestOverdue: '2027-05-20',
    nextDate: '2027-06-18',
    nextWakeUp: '2027-06-16T00:12:00.000Z',
    unsent: 1,
    openAlarms: 0,
    publicUrl: 'https://paizhao.example.com',
  });

function several(language: Language) {
  const notices = ['window-missed', 'operating-without-permit'].map((name) => letters[name]?.(language));
  const content = digestOf(
    '2027-06-15',
    notices.filter((each) => each !== undefined),
    true,
  );
  if (!content) throw new Error('There is nothing to tell.');
  return content;
}

const mails: Record<string, (language: Language) => Promise<Buffer>> = {
  ...Object.fromEntries(
    Object.entries(letters).map(([name, of]) => [name, (language: Language) => renderMime(frame, of(language))]),
  ),
  'several-at-once': (language) => renderDigest(frame, several(language)),
  heartbeat: (language) => renderPlainMime(frame, heartbeat(language)),
};

describe('each kind of letter', () => {
  it.each(Object.keys(mails).flatMap((name) => [[name, 'zh'] as const, [name, 'en'] as const]))(
    'reads as is checked in: %s in %s',
    async (name, language) => {
      const { subject, text } = await PostalMime.parse((await mails[name]?.(language)) ?? '');
      const said = `${subject}\n\n${text}`;
      expect(said).toBe(golden(`mails/${name}.${language}.txt`, said));
      expect(subject).not.toContain(people[language]);
    },
  );
});
