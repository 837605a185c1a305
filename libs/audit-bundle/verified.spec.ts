import { LicenseStory } from '../../test/support/license-story.js';
import type { LicenseEntry } from '../domain/index.js';
import type { Envelope } from '../ledger/envelope.js';
import { knownPacks } from '../rulebook/index.js';
import { deadlineEvidence } from '../verify/evidence/deadlines.js';
import { Limits } from '../verify/evidence/limits.js';
import type { BundleFinding } from '../verify/findings.js';
import type { Manifest } from '../verify/manifest.js';
import { HashedParts } from '../verify/parts.js';
import type { ProofsFile } from '../verify/proofs-file.js';
import { reached } from './days.js';
import { dutiesOf } from './duties.js';
import { lawOfBundle } from './law.js';
import { deadlinesOf } from './parts.js';

const license = '0b24c0de-0000-5000-8000-000000000001';
const stream = `license/${license}`;
const entriesOf = ({ history }: LicenseStory) =>
  history.map((entry) => ({ ...entry, stream, commandId: `command-${entry.seq}` })) as unknown as (LicenseEntry &
    Envelope)[];

interface Days {
  from: string;
  to: string;
}

const filed = () => LicenseStory.on('2026-03-02').files('new-1', 'new', '2026-03-02');
const reviewed = () => filed().goesTo('2026-03-06').accepts('new-1');
const held = () => LicenseStory.on('2026-03-02').holds('2021-06-01', '2026-05-31');
const refused = () => reviewed().goesTo('2026-04-27').refuses('new-1').goesTo('2026-12-31');
const waived = () => {
  const story = held().goesTo('2026-03-20');
  const { id: obligationId } = story.duty('annual-report');
  return story.says('obligation-waived', { obligationId, proposedBy: 'person-manager' }).goesTo('2026-06-30');
};

const stories: [string, () => LicenseStory][] = [
  ['a filing whose acceptance was deemed', () => filed().goesTo('2026-05-30')],
  ['a correction with a day', () => filed().goesTo('2026-03-04').corrects('new-1', '2026-03-20').goesTo('2026-04-20')],
  ['a correction without one', () => filed().goesTo('2026-03-04').corrects('new-1', null).goesTo('2026-04-20')],
  [
    'an expert review that goes on, day by day',
    () =>
      reviewed()
        .goesTo('2026-03-10')
        .says('expert-review-started', { filingId: 'new-1', from: '2026-03-10', announcedUntil: null })
        .goesTo('2026-04-09')
        .goesTo('2026-07-09'),
  ],
  ['a grant', () => reviewed().goesTo('2026-04-27').grants('new-1').goesTo('2026-06-30')],
  ['rights that lapsed', refused],
  ['a permit that ended', () => held().goesTo('2026-12-31')],
  [
    'a permit of many years',
    () => LicenseStory.on('2024-02-02').holds('2023-06-01', '2028-05-31').goesTo('2028-12-31'),
  ],
  ['a report that was handed in', () => held().reports('2026').goesTo('2026-06-30')],
  [
    'a renewal',
    () =>
      held().files('renewal-1', 'renewal', '2026-03-02').goesTo('2026-03-20').accepts('renewal-1').goesTo('2026-09-30'),
  ],
  ['a closure', () => held().goesTo('2026-04-01').closes()],
  ['a waiver', waived],
];

const windows: Days[] = [
  { from: '2020-01-01', to: '2030-12-31' },
  { from: '2026-03-05', to: '2026-03-20' },
  { from: '2026-04-01', to: '2026-12-31' },
];

const told = (story: LicenseStory, days: Days, today = story.today) => {
  const deadlines = dutiesOf(license, entriesOf(story), reached(days, today));
  return { license, ...days, ...deadlinesOf({ deadlines, law: lawOfBundle(entriesOf(story), deadlines) } as never) };
};
type Told = ReturnType<typeof told>;

/** Of all law of this release: every story is counted as it says. */
const limits = new Limits();
for (const pack of knownPacks()) limits.take(pack.id, pack);

async function found(story: LicenseStory, days: Days, value: Told): Promise<string[]> {
  const files = [...value.law.packs, ...value.law.calendars].map(({ file }) => file);
  const parts = new HashedParts({ names: files, read: () => Promise.reject() as never });
  const evidence = deadlineEvidence(value, parts, limits);
  for (const entry of entriesOf(story)) evidence.see(entry);
  const manifest = { license, ...days, createdAt: `${story.today}T15:00:00.000Z` } as Manifest;
  const findings = await evidence.findings(manifest, {} as ProofsFile);
  return findings.map(({ field, seq, what }: BundleFinding) => `${field} ${seq}: ${what}`);
}

describe('what a bundle tells of duties', () => {
  it.each(stories)('is sound for %s, whatever days it covers', async (_what, tell) => {
    const story = tell();
    for (const days of windows) expect(await found(story, days, told(story, days))).toEqual([]);
  });

  const always = windows[0] as Days;
  const changed = async (story: LicenseStory, kind: string, edit: (duty: Told['obligations'][number]) => void) => {
    const value = told(story, always);
    const at = value.obligations.findIndex((each) => each.kind === kind);
    edit(value.obligations[at] as Told['obligations'][number]);
    return (await found(story, always, value)).map((line) => line.replace(`obligations/${at}/`, '').split(':')[0]);
  };

  it('shows a waiver that is told as done, as lapsed, or not at all', async () => {
    const story = waived();
    const { seq } = story.history.find(({ type }) => type === 'obligation-waived') ?? { seq: 0 };
    const ended = (rest: object | null) =>
      changed(story, 'annual-report', (duty) => (duty.ended = rest && ({ ...duty.ended, ...rest } as never)));
    expect(await ended({ how: 'done' })).toEqual([`ended/how ${seq}`]);
    expect(await ended({ how: 'lapsed', by: null })).toEqual([`ended/how ${seq}`, `ended/by ${seq}`]);
    expect(await ended(null)).toEqual([`ended/how ${seq}`, `ended/on ${seq}`, `ended/by ${seq}`]);
  });

  it('shows a reading that is longer, of another rule, or interrupted otherwise than its pack says', async () => {
    const edited = async (edit: (reading: Told['explanations'][number]['explanation']['readings'][number]) => void) => {
      const value = structuredClone(told(held(), always));
      const at = value.explanations.findIndex(({ explanation: { readings } }) => readings[0]?.count.kind === 'length');
      edit(value.explanations[at]?.explanation.readings[0] as never);
      return (await found(held(), always, value)).map((line) => line.replace(`explanations/${at}/`, '').split(' ')[0]);
    };
    expect(await edited((reading) => ((reading.count as { length: number }).length += 1))).toContain(
      'readings/0/count',
    );
    expect(await edited((reading) => ((reading.rule as { id: string }).id += '-else'))).toContain('readings/0/rule');
    expect(await edited((reading) => (reading.pausedDays = 1))).toContain('readings/0/pausedDays');
  });

  it('shows an act that is told as a lapse, and a lapse that is told as an act of other days', async () => {
    const ended = (day: string, by: object | null) =>
      changed(refused(), 'litigation', (duty) => (duty.ended = { how: 'done', on: day, by } as never));
    expect(await ended('2026-05-01', null)).toEqual(['ended/how undefined', 'ended/on undefined']);
    expect(await ended('2026-03-02', { seq: 1, type: 'permit-issued' })).toEqual(['ended 1']);
  });
});
