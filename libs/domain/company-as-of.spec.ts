import { aCompany } from '../../test/support/builders.js';
import { companyAsOf, companyChangesBetween, type PlainEntry } from './company-as-of.js';

const facts = aCompany();
const entries = (
  [
    ['2026-01-10', '2026-01-10', 'company-registered', { facts }],
    ['2026-02-10', '2026-02-01', 'company-fact-recorded', { change: null, facts: { city: '浦东' } }],
    ['2026-03-10', '2026-03-01', 'company-flag-listed', { flag: 'bad-list', on: '2026-03-01' }],
    ['2026-04-10', '2026-04-01', 'company-flag-cleared', { flag: 'bad-list', on: '2026-04-01' }],
    ['2026-05-10', '2026-05-01', 'of-a-later-release', {}],
  ] as const
).map(
  ([recorded, validOn, type, data], i): PlainEntry => ({
    ...{ seq: i + 1, v: 1, recordedAt: `${recorded}T02:00:00.000Z`, validOn, type, data },
  }),
);

const asOf = (validOn: string, known: string) => companyAsOf(entries, { validOn, knownOn: `${known}T15:59:59.999Z` });

describe('a company as of two times', () => {
  it('is not there before it was registered, or was known', () => {
    expect(asOf('2026-01-09', '2026-12-31')).toBeNull();
    expect(asOf('2026-12-31', '2026-01-09')).toBeNull();
  });

  it('has a fact from its day on, as soon as that is known', () => {
    const city = (validOn: string, known: string) => asOf(validOn, known)?.facts.city;
    expect(city('2026-02-01', '2026-02-09')).toBe(facts.city);
    expect(city('2026-01-31', '2026-02-10')).toBe(facts.city);
    expect(city('2026-02-01', '2026-02-10')).toBe('浦东');
  });

  it('bears a mark from the day of its entry until it is cleared', () => {
    const marked = (validOn: string) => {
      const { onBadList, listedOn } = asOf(validOn, '2026-12-31')?.facts ?? {};
      return [onBadList, listedOn?.['bad-list']];
    };
    expect(marked('2026-02-28')).toEqual([facts.onBadList, undefined]);
    expect(marked('2026-03-01')).toEqual([true, '2026-03-01']);
    expect(marked('2026-04-01')).toEqual([false, undefined]);
  });

  it('passes over what it does not know', () => {
    expect(asOf('2026-12-31', '2026-12-31')?.facts).toEqual(asOf('2026-04-30', '2026-12-31')?.facts);
  });
});

describe('what changed of a company between two days', () => {
  const between = (before: Parameters<typeof asOf>, after: Parameters<typeof asOf>) => {
    const later = asOf(...after);
    return later && companyChangesBetween(asOf(...before), later);
  };

  it('is told with what was there before', () => {
    const changes = between(['2026-01-31', '2026-12-31'], ['2026-03-15', '2026-12-31']);
    expect(changes?.came.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(changes?.went).toEqual([]);
    expect(changes?.facts).toEqual([
      { member: 'city', from: facts.city, to: '浦东' },
      { member: 'onBadList', from: facts.onBadList ?? null, to: true },
      { member: 'listedOn', from: null, to: { 'bad-list': '2026-03-01' } },
    ]);
  });

  it('is all that it is, where it was not registered before', () => {
    const changes = between(['2026-01-01', '2026-12-31'], ['2026-01-31', '2026-12-31']);
    expect(changes?.came.map(({ seq }) => seq)).toEqual([1]);
    expect(changes?.facts).toContainEqual({ member: 'name', from: null, to: facts.name });
  });

  it('is what came to be known of one day', () => {
    const changes = between(['2026-02-01', '2026-02-09'], ['2026-02-01', '2026-02-10']);
    expect(changes?.facts).toEqual([{ member: 'city', from: facts.city, to: '浦东' }]);
  });

  it('names as gone what counts in the earlier answer alone', () => {
    const changes = between(['2026-04-01', '2026-12-31'], ['2026-03-31', '2026-12-31']);
    expect(changes?.went.map(({ seq }) => seq)).toEqual([4]);
  });
});
