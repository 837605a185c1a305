import { latestTable, loadCalendar } from '../calendar/index.js';
import type { Facts } from './facts.js';
import { latestPack, packById } from './packs.js';
import { scopeOf } from './scope.js';
import { validatePack } from './validate.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const company = {
  province: 'sh',
  city: null,
  freeTradeZone: false,
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: null,
  shareholders: [],
  onDishonestList: false,
  recentPenalty: false,
};
const question = (serviceTypes: string[], service: Partial<Facts> | null, servesOthers: boolean | null = null) => ({
  company,
  serviceTypes,
  servesOthers: service?.servesOthers ?? servesOthers,
  coverage: { kind: 'nationwide' } as const,
  on: '2026-03-02',
  stated: service === null ? {} : { serviceDescribed: true, ...service },
});
const scope = (...asked: Parameters<typeof question>) => {
  const { needed, serviceTypes, findings } = scopeOf(law, question(...asked));
  return [needed, serviceTypes.join(' '), findings.map(({ code }) => code).join(' ')];
};

const [home, abroad, both] = [['domestic'], ['overseas'], ['domestic', 'overseas']];
const forOthers = { servesOthers: true, platformInChina: true };
const ownUsers = { servesOthers: false, platformInChina: true };

describe('scopeOf a described service', () => {
  it.each<[string, Partial<Facts>, string, string, string]>([
    [
      'home users of home clients',
      { ...forOthers, users: home, clients: home },
      'yes',
      'B24-1',
      'domestic-call-center',
    ],
    [
      'home users of clients abroad',
      { ...forOthers, users: home, clients: abroad },
      'yes',
      'B24-1',
      'domestic-call-center',
    ],
    ['home users of unknown clients', { ...forOthers, users: home }, 'yes', 'B24-1', 'domestic-call-center'],
    [
      'users and clients abroad',
      { ...forOthers, users: abroad, clients: abroad },
      'ask',
      'B24-2',
      'ask-about-offshore',
    ],
    [
      'all users of clients abroad',
      { ...forOthers, users: both, clients: abroad },
      'yes',
      'B24-1 B24-2',
      'domestic-call-center ask-about-offshore',
    ],
    ['all users of home clients', { ...forOthers, users: both, clients: home }, 'yes', 'B24-1', 'domestic-call-center'],
    [
      'users abroad of home clients',
      { ...forOthers, users: abroad, clients: home },
      'ask',
      'B24',
      'users-abroad-of-clients-at-home',
    ],
    [
      'users abroad of all clients',
      { ...forOthers, users: abroad, clients: both },
      'ask',
      'B24-2',
      'ask-about-offshore users-abroad-of-clients-at-home',
    ],
    ['users abroad of unknown clients', { ...forOthers, users: abroad }, 'ask', 'B24-2', 'clients-not-stated'],
    ['unknown users', { ...forOthers, clients: home }, 'ask', 'B24', 'users-not-stated'],
    ['an unknown platform', { servesOthers: true, users: home }, 'yes', 'B24-1', 'domestic-call-center'],
    [
      'all abroad',
      { servesOthers: true, platformInChina: false, users: abroad },
      'no',
      '',
      'platform-and-users-abroad',
    ],
    [
      'all abroad for own users',
      { servesOthers: false, platformInChina: false, users: abroad },
      'no',
      '',
      'platform-and-users-abroad',
    ],
    [
      'a platform abroad',
      { servesOthers: true, platformInChina: false, users: home },
      'ask',
      'B24-1',
      'platform-abroad',
    ],
    ['own users', { ...ownUsers, users: home }, 'ask', 'B24-1', 'own-users-only'],
    ['own users somewhere', ownUsers, 'ask', 'B24-1', 'own-users-only'],
    ['own users abroad', { ...ownUsers, users: abroad }, 'ask', 'B24-2', 'own-users-only'],
    [
      'own users, and seats let to others',
      { ...ownUsers, leasesSystemsOrSeats: true, users: home },
      'yes',
      'B24-1',
      'domestic-call-center',
    ],
    ['seats let', { leasesSystemsOrSeats: true, users: home }, 'yes', 'B24-1', 'domestic-call-center'],
    ['nobody said for whom', { users: home }, 'ask', 'B24', 'for-whom-not-stated'],
    ['nothing', {}, 'ask', 'B24', 'for-whom-not-stated'],
  ])('%s', (_, service, needed, types, codes) => {
    const [is, are, why] = scope([], service);
    expect([is, are, why?.split(' ').sort()]).toEqual([needed, types, codes.split(' ').sort()]);
  });

  it('never calls the offshore kind clear', () => {
    for (const users of [null, home, abroad, both])
      for (const clients of [null, home, abroad, both])
        for (const servesOthers of [null, true, false]) {
          const answer = scopeOf(law, question([], { servesOthers, users, clients, platformInChina: true }));
          if (!answer.serviceTypes.includes('B24-2')) continue;
          expect(answer.findings.some(({ level }) => level === 'warning')).toBe(true);
          if (!answer.serviceTypes.includes('B24-1')) expect(answer.needed).toBe('ask');
        }
  });

  it('shows both readings of service for own users alone', () => {
    const [finding] = scopeOf(law, question([], ownUsers)).findings;
    expect(finding?.otherReadings?.map(({ id }) => id)).toEqual([
      'no-permit-for-own-users',
      'permit-for-own-users-too',
    ]);
  });
});

describe('scopeOf types that are asked for', () => {
  it.each<[string[], boolean | null, string, string]>([
    [['B24'], null, 'yes', 'permit-needed'],
    [['B24'], true, 'yes', 'permit-needed'],
    [['B24-1'], null, 'yes', 'permit-needed'],
    [['B24-2'], null, 'ask', 'ask-about-offshore'],
    [['B24-1', 'B24-2'], null, 'yes', 'permit-needed ask-about-offshore'],
    [['B24'], false, 'ask', 'own-users-only'],
    [['B25'], false, 'yes', 'permit-needed'],
    [['B21', 'B24-2'], null, 'yes', 'permit-needed ask-about-offshore'],
  ])('%j, for others: %s', (types, servesOthers, needed, codes) => {
    const [is, are, why] = scope(types, null, servesOthers);
    expect([is, are, why?.split(' ').sort()]).toEqual([needed, types.join(' '), codes.split(' ').sort()]);
  });

  const domestic = { ...forOthers, users: home };
  const offshore = { ...forOthers, users: abroad, clients: abroad };
  it.each<[string[], Partial<Facts>, string, boolean]>([
    [['B24'], domestic, 'yes', false],
    [['B24-1'], domestic, 'yes', false],
    [['B24-1'], { ...forOthers }, 'ask', false],
    [['B24'], offshore, 'ask', false],
    [['B24-2'], domestic, 'yes', true],
    [['B24-1', 'B24-2'], domestic, 'yes', true],
    [['B24-1'], offshore, 'ask', true],
    [['B21'], domestic, 'yes', true],
    [['B24'], { servesOthers: true, platformInChina: false, users: abroad }, 'ask', true],
  ])('%j stay, and a description of another service is pointed out', (types, service, needed, contradicts) => {
    const [is, are, why] = scope(types, service);
    expect([is, are, why?.includes('types-contradict-description')]).toEqual([needed, types.join(' '), contradicts]);
  });
});

describe('scopeOf by what the house has settled', () => {
  const settledOn = (reading: string) =>
    scopeOf(
      { ...law, readings: { 'scope.own-users-only': { reading, scope: 'authority', houseSeq: 3 } } },
      question([], { ...ownUsers, users: home }),
    );

  it.each<[string, string, string[]]>([
    ['no-permit-for-own-users', 'no', []],
    ['permit-for-own-users-too', 'yes', ['B24-1']],
    ['default', 'ask', ['B24-1']],
  ])('%s answers %s', (reading, needed, serviceTypes) => {
    expect(settledOn(reading)).toMatchObject({ needed, serviceTypes });
  });

  it('says it in the words of the reading', () => {
    expect(settledOn('no-permit-for-own-users').findings).toMatchObject([
      { code: 'own-users-only', level: 'info', wording: { en: expect.stringMatching(/^One reading: /) } },
    ]);
  });
});

it('refuses a pack whose scope or foreign shares name an unknown type', () => {
  const pack = structuredClone(latestPack);
  pack.scope?.[2]?.serviceTypes.push('B99');
  pack.foreignShare?.[0]?.serviceTypes.push('B98');
  expect(() => validatePack(pack, law.calendar)).toThrow(
    expect.objectContaining({
      details: expect.objectContaining({
        defects: [
          { path: 'scope[2].serviceTypes[1]', message: 'no service type B99' },
          { path: 'foreignShare[0].serviceTypes[5]', message: 'no service type B98' },
        ],
      }),
    }),
  );
});

it('settles nothing by a pack that says nothing of it', () => {
  const older = { ...law, pack: packById('cn-vats-current@1') };
  expect(scopeOf(older, question(['B24'], null))).toEqual({ needed: 'ask', serviceTypes: ['B24'], findings: [] });
});
