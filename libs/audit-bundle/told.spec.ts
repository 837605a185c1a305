import { aPermit, LicenseStory } from '../../test/support/license-story.js';
import type { LicenseEntry } from '../domain/index.js';
import type { Envelope } from '../ledger/envelope.js';
import { lawBytes, lawOfBundle } from './law.js';
import { historyOf, stateOn } from './told.js';

const licenseId = '0b24c0de-0000-5000-8000-000000000001';
const entriesOf = ({ history }: LicenseStory) =>
  history.map((entry) => ({ ...entry, commandId: `command-${entry.seq}` })) as unknown as (LicenseEntry & Envelope)[];

/** Held since 2023, registered late; a reason was given for its closure. */
const held = () => LicenseStory.on('2026-03-02').holds('2023-03-15', '2028-03-14').goesTo('2026-04-01').closes();

describe('the license of a bundle', () => {
  it('is told as it was on a day, with a proof of its end', () => {
    const known = '2026-12-31T00:00:00.000Z';
    expect(stateOn(licenseId, entriesOf(held()), '2026-03-01', known)).toBeNull();
    expect(stateOn(licenseId, entriesOf(held()), '2026-03-15', known)).toMatchObject({
      on: '2026-03-15',
      status: 'valid',
      permit: {
        validFrom: '2023-03-15',
        lastDay: '2028-03-14',
        printedLastDay: '2028-03-14',
        provisional: false,
        validity: { date: '2028-03-14' },
        services: [{ serviceType: 'B24', status: 'opened' }],
      },
    });
    expect(stateOn(licenseId, entriesOf(held()), '2026-04-01', known)?.status).toBe('closed');
  });

  it('is for what its permit names', () => {
    const known = '2026-12-31T00:00:00.000Z';
    const entries = entriesOf(
      LicenseStory.on('2026-03-02').holds('2023-03-15', '2028-03-14', {
        permit: { ...aPermit('2023-03-15', '2028-03-14'), serviceTypes: ['B25'], coverage: { kind: 'nationwide' } },
      }),
    );
    expect(stateOn(licenseId, entries, '2026-03-15', known)).toMatchObject({
      serviceTypes: ['B25'],
      coverage: { kind: 'nationwide' },
    });
  });
});

describe('the history of a bundle', () => {
  const types = (from: string, to: string) =>
    historyOf(entriesOf(held()), { from, to }, null).map(({ type, recordedInPeriod }) => `${type} ${recordedInPeriod}`);

  it('has what was recorded on a day that is covered, and what is true on one', () => {
    const story = held();
    story.says(
      'permit-amended',
      { filingId: 'x', amendedOn: '2026-01-05', permit: story.state.permit as never },
      '2026-01-05',
    );
    const late = historyOf(entriesOf(story), { from: '2026-01-01', to: '2026-01-31' }, null);
    expect(late).toMatchObject([{ type: 'permit-amended', recordedInPeriod: false, daysLate: expect.any(Number) }]);
    expect(types('2026-03-01', '2026-03-31')).toEqual(expect.arrayContaining(['license-opened true']));
    expect(types('2026-04-01', '2026-04-30')).toContain('license-closed true');
    expect(types('2026-04-01', '2026-04-30')).not.toContain('license-opened true');
    expect(types('2020-01-01', '2020-12-31')).toEqual([]);
  });

  it('names the reason by its reference', () => {
    const history = historyOf(entriesOf(held()), { from: '2026-04-01', to: '2026-04-30' }, 'cn-vats-current@2');
    expect(history.find(({ type }) => type === 'license-closed')).toMatchObject({
      reason: 'text-1',
      words: { zh: expect.any(String), en: expect.any(String) },
    });
  });
});

describe('the law of a bundle', () => {
  it('is what entries pin, each in its canonical form under its id', () => {
    const { packs, calendars } = lawOfBundle(entriesOf(held()), []);
    for (const { id, file, pinnedBy } of [...packs, ...calendars]) {
      expect(JSON.parse(lawBytes(file).toString('utf8')).id).toBe(id);
      expect(pinnedBy).toEqual([{ seq: 1, day: '2026-03-02' }]);
    }
    expect([packs.length, calendars.length]).toEqual([1, 1]);
  });

  it('is refused where a version is not here any more', () => {
    const [opened] = entriesOf(held());
    const gone = { ...opened, data: { ...opened?.data, pins: { pack: 'gone@1', calendar: 'cn-2026.2' } } };
    expect(() => lawOfBundle([gone as never], [])).toThrow(expect.objectContaining({ code: 'law-not-here' }));
  });
});
