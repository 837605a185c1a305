import { costBound, costOf } from '../../libs/gateway/index.js';
import { verifyExport } from '../../libs/ledger/index.js';
import { replayed } from '../replay/replayed.js';
import { lifePhase, storeWhereAsked } from '../replay/stored-histories.js';
import { storeLedgerWhereAsked } from '../replay/stored-ledgers.js';
import { golden } from '../support/golden.js';
import { Life } from '../support/life.js';
import { LifeRecord } from '../support/life-record.js';
import { LifeWorld } from '../support/life-world.js';
import { workflowBundle } from '../support/stack.js';
import { chineseOwned } from './chinese-owned.js';
import { dayByDay } from './day-by-day.js';
import { foreignInvested } from './foreign-invested.js';
import { halfWay } from './half-way.js';
import { begunAnew, lapsed } from './lapsed.js';
import { nationwide } from './nationwide.js';
import { refusedAndFiledAgain } from './refused.js';
import { told } from './told.js';

jest.setTimeout(600_000);

const begin = '2026-03-02';

type Live = (life: Life) => Promise<void>;

const lives: Record<string, Live> = {
  'chinese-owned': chineseOwned,
  nationwide,
  'foreign-invested': foreignInvested,
  refused: refusedAndFiledAgain,
  lapsed,
  'half-way': halfWay,
};

const begunAgain = 'begun-anew';

const namedRuns = (life: string, { runs, workflowId }: LifeRecord) =>
  runs.map((history, run) => ({ name: `${life} ${run}`, workflowId, history }));

describe('five years of a license', () => {
  const records = new Map<string, LifeRecord>();
  let world: LifeWorld;
  let replays: Awaited<ReturnType<typeof replayed>>;

  beforeAll(async () => {
    world = await LifeWorld.create(`${begin}T02:00:00.000Z`);
    const begun: [string, Live, Life][] = [];
    for (const [name, live] of Object.entries(lives)) begun.push([name, live, await Life.of(world, begin)]);
    const lived = begun.map(async ([name, live, life]) => {
      await live(life);
      records.set(name, await LifeRecord.of(life));
      if (live === lapsed) records.set(begunAgain, await LifeRecord.of(await begunAnew(life)));
    });
    await Promise.all(lived);
    const runs = [...records].flatMap(([name, record]) => namedRuns(name, record));
    replays = await replayed(workflowBundle(), runs);
  });

  afterAll(() => world.close());

  const recordOf = (name: string): LifeRecord => {
    const record = records.get(name);
    if (!record) throw new Error(`${name} was not lived to its end`);
    return record;
  };

  describe.each([...Object.keys(lives), begunAgain])('%s', (name) => {
    it('goes as it is told', () => {
      const story = told(recordOf(name));
      expect(story).toBe(golden(`lives/${name}.txt`, story));
    });

    it('has one letter for each person of each notice, on its day, and no other', () => {
      const { due, letters, events } = recordOf(name);
      expect(letters.flatMap(({ seq, to }) => to.map((role) => ({ seq, role })))).toEqual(due);
      for (const { seq, day } of letters) expect(day).toBe(events[seq - 1]?.validOn);
    });

    it('is sound on every day: nothing unsaid, nothing said in vain, every open duty going on', () => {
      const { days, faults } = dayByDay(recordOf(name));
      expect(faults).toEqual([]);
      expect(days).toBeGreaterThan(5 * 365);
    });

    it('can be verified by whoever takes the ledger away', () => {
      const { exported, events, licenseId } = recordOf(name);
      expect(verifyExport(exported)).toMatchObject({ findings: [], header: { simulated: true } });
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      storeLedgerWhereAsked(lifePhase(name), licenseId, exported);
    });

    it('costs no more Temporal actions than a life may', () => {
      const cost = costOf([...recordOf(name).runs]);
      expect(cost.actions).toBeLessThanOrEqual(costBound(cost));
      expect(cost.sendAttempts).toBe(recordOf(name).letters.length);
      expect(cost.runs).toBeGreaterThan(1);
    });

    it('is replayed without a difference', () => {
      const { runs, workflowId } = recordOf(name);
      expect(namedRuns(name, recordOf(name)).map((run) => replays.get(run.name))).toEqual(runs.map(() => null));
      storeWhereAsked(lifePhase(name), workflowId, [...runs]);
    });
  });
});
