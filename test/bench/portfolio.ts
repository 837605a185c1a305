import type { Stack } from '../../apps/standalone/stack.js';
import type { People } from '../../libs/domain/index.js';
import { HttpClient } from './http-client.js';
import { runLoad } from './load.js';

/** Sample data, as everything here. */
const company = {
  name: '上海基准样例有限公司 (sample data)',
  uscc: '91310000MA1K000019',
  province: 'sh',
  registeredCapital: 1_000_000,
  shareholders: [{ kind: 'natural-person', name: '样例股东 (sample data)', percent: 100 }],
};

/** Starts queue up in the server: more at a time only wait longer. */
const callersWhileOpening = 8;

const shanghai = { kind: 'province', provinces: ['sh'] };

/** The open licenses on which the commands run: each has a filing in preparation. */
export class Portfolio {
  private readonly turns: number[];

  private constructor(
    /** As the officer. */
    readonly http: HttpClient,
    readonly officerId: string,
    readonly licenseIds: readonly string[],
    private readonly people: People,
  ) {
    this.turns = licenseIds.map(() => 0);
  }

  /** Through the public API; the officer's client has a connection for each of so many callers. */
  static async open(stack: Stack, size: number, callers: number): Promise<Portfolio> {
    if (stack.adminToken === null) throw new Error('the benchmark needs a fresh data folder');
    const admin = new HttpClient(stack.apiUrl, stack.adminToken, 1);
    const [owner, deputy, manager] = [
      await person(admin, 'owner'),
      await person(admin, 'deputy'),
      await person(admin, 'manager'),
    ];
    const { token } = await admin.post('/tokens', { personId: owner, roles: ['officer'] });
    admin.close();
    const http = new HttpClient(stack.apiUrl, token, callers);
    const people = { owner, deputy, manager };
    const { companyId } = await http.post('/companies', company);
    const licenseIds: string[] = [];
    const act = async () => {
      const opening = { companyId, serviceTypes: ['B24'], coverage: shanghai, people };
      const { licenseId } = await http.postInTheEnd('/licenses', opening);
      await http.postInTheEnd(`/licenses/${licenseId}/filings`, { kind: 'new' });
      licenseIds.push(licenseId);
    };
    await runLoad({ callers: Math.min(callers, callersWhileOpening), count: size, act });
    return new Portfolio(http, owner, licenseIds, people);
  }

  /** The license whose turn it is, and the people to name so that the command changes something. */
  next(index: number): { licenseId: string; people: People } {
    const place = index % this.licenseIds.length;
    const turn = (this.turns[place] ?? 0) + 1;
    this.turns[place] = turn;
    const { owner, deputy, manager } = this.people;
    const people = turn % 2 === 1 ? { owner: deputy, deputy: owner, manager } : this.people;
    return { licenseId: this.licenseIds[place] ?? '', people };
  }
}

async function person(admin: HttpClient, role: string): Promise<string> {
  const mail = `sample.${role}@example.com`;
  const { personId } = await admin.post('/people', { name: `Sample ${role} (sample data)`, mail, language: 'en' });
  return personId;
}
