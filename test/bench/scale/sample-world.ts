import type { HeldPermit } from '../../../activities/import-permits.js';
import { ApiClient } from '../../../apps/demo/api-client.js';
import type { Stack } from '../../../apps/standalone/stack.js';
import { addDays, addYears, type CivilDate } from '../../../libs/calendar/index.js';
import { runLoad } from '../load.js';
import { type Cast, peopleOf, type ScaleState } from './scale-state.js';

/** Each has as many licenses as a large group would. */
const licensesPerCompany = 10;
const licensesPerOwner = 250;

/** Sample data, as everything here. Everybody is told of each reminder by itself and at any hour. */
export async function castFor(stack: Stack, licenses: number): Promise<Cast> {
  if (stack.adminToken === null) throw new Error('the benchmark needs a fresh data folder');
  const admin = new ApiClient(stack.apiUrl, stack.adminToken);
  const owners: string[] = [];
  for (let number = 1; number <= Math.ceil(licenses / licensesPerOwner); number += 1)
    owners.push(await person(admin, `owner${number}`));
  const [deputy, manager, officer] = [
    await person(admin, 'deputy'),
    await person(admin, 'manager'),
    await person(admin, 'officer'),
  ];
  const { token } = done(await admin.post('/tokens', { personId: officer, roles: ['officer'] }));
  const companies = await companiesBy(new ApiClient(stack.apiUrl, token), Math.ceil(licenses / licensesPerCompany));
  return { officer: { id: officer, token }, owners, deputy, manager, companies };
}

async function person(admin: ApiClient, role: string): Promise<string> {
  const mail = `sample.${role}@example.com`;
  const { personId } = done(
    await admin.post('/people', { name: `Sample ${role} (sample data)`, mail, language: 'zh' }),
  );
  const preferences = { digest: false, quietHours: null, language: 'zh', mutedKinds: [] };
  done(await admin.put(`/people/${personId}/preferences`, preferences));
  return personId;
}

async function companiesBy(officer: ApiClient, count: number): Promise<string[]> {
  const companies: string[] = new Array(count);
  const act = async (index: number): Promise<void> => {
    const { companyId } = done(await officer.post('/companies', companyOf(index)));
    companies[index] = companyId;
  };
  await runLoad({ callers: 4, count, act });
  return companies;
}

const companyOf = (index: number) => ({
  name: `上海基准样例${index + 1}有限公司 (sample data)`,
  uscc: usccOf(index),
  province: 'sh',
  registeredCapital: 1_000_000,
  shareholders: [{ kind: 'natural-person', name: '样例股东 (sample data)', percent: 100 }],
});

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** With the check character of GB 32100. */
function usccOf(index: number): string {
  const seventeen = `91310000MA1K${String(index).padStart(5, '0')}`;
  const sum = [...seventeen].reduce((total, char, place) => total + alphabet.indexOf(char) * (3 ** place % 31), 0);
  return `${seventeen}${alphabet[(31 - (sum % 31)) % 31]}`;
}

/** In the middle of its term: neither its renewal nor a report is due for more than a month, but around the new year. */
export function permitTerm(today: CivilDate): { validFrom: CivilDate; lastDay: CivilDate } {
  const lastDay = addDays(today, 520);
  return { validFrom: addYears(addDays(lastDay, 1), -5), lastDay };
}

/** The permits to import; the same number is the same permit in every run that goes on. */
export function heldPermits({ licenses, cast, permit }: ScaleState, today: CivilDate): HeldPermit[] {
  if (!cast || !permit) throw new Error('nobody holds a permit yet');
  const { validFrom, lastDay } = permit;
  const [first, last] = [Number(validFrom.slice(0, 4)) + 1, Number(today.slice(0, 4))];
  const reportsFiled = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  return Array.from({ length: licenses }, (_, index) => ({
    key: `scale-${index}`,
    companyId: cast.companies[Math.floor(index / licensesPerCompany)] ?? '',
    people: peopleOf(cast, index),
    permit: {
      number: `沪B2-${validFrom.slice(0, 4)}${String(index + 1).padStart(4, '0')}`,
      validFrom,
      printedLastDay: lastDay,
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
    },
    grantedOn: validFrom,
    opened: [{ serviceType: 'B24', openedOn: validFrom }],
    reportsFiled,
    unknown: [],
  }));
}

// biome-ignore lint/suspicious/noExplicitAny: the public JSON is read as a stranger would.
export function done({ status, body }: { status: number; body: any }): any {
  if (status < 300) return body;
  throw new Error(`the API answered ${status}: ${JSON.stringify(body)}`);
}
