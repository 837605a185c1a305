import { addDays, type CivilDate, shanghaiDay } from '../../../libs/calendar/index.js';
import { until } from '../../stack/parts.js';
import { aRegistration, companyWith, shanghai } from '../../stack/samples.js';
import type { Callers, Ending } from './callers.js';
import type { Dice } from './dice.js';
import { fileOn } from './filing-steps.js';
import type { Journal, Life, Told } from './journal.js';

type Manner = Life['manner'];
type Act = (life: Life, dice: Dice) => Promise<unknown>;

/**
 * What people do with their licenses, one act at a time per license. Acts are chosen by what is on record, so that a
 * run that was interrupted goes on; what the rules refuse is refused, and no matter.
 */
export class Lives {
  /** Acts on simulated licenses that are under way. */
  private simulatedActs = 0;
  private simulatedRest = false;

  constructor(
    private readonly callers: Callers,
    private readonly journal: Journal,
  ) {}

  /** People, company and license; null where one of them was refused. */
  async begin(manner: Manner, dice: Dice): Promise<Life | null> {
    const number = this.journal.asked.size;
    const [owner, other] = [await this.person(`owner-${number}`), await this.person(`other-${number}`)];
    const company = answerOf(await this.callers.post('officer', '/companies', companyWith(number)));
    if (!owner || !other || !company) return null;
    const people = { owner, deputy: other, manager: other };
    const license = answerOf(await this.open(manner, company.companyId, people, dice));
    if (!license) return null;
    const life = { licenseId: license.licenseId, companyId: company.companyId, manner, people };
    this.journal.write({ kind: 'life', ...life });
    return life;
  }

  async act(life: Life, dice: Dice): Promise<void> {
    const isSimulated = life.manner === 'simulated';
    if (isSimulated && this.simulatedRest) return;
    const choices = this.choices[life.manner].flatMap(([weight, act]) => Array<Act>(weight).fill(act));
    this.simulatedActs += isSimulated ? 1 : 0;
    try {
      await dice.pick(choices)?.(life, dice);
    } finally {
      this.simulatedActs -= isSimulated ? 1 : 0;
    }
  }

  /**
   * Nobody touches a simulated license during this. Its clock is Temporal's and has a copy in the database; no part of
   * the product as it is used, so that half a skip, or a command before `heal` has set the clock, is no question here.
   */
  async withSimulatedAtRest<T>(work: () => Promise<T>): Promise<T> {
    this.simulatedRest = true;
    try {
      await until('simulated licenses are at rest', async () => this.simulatedActs === 0, 180_000);
      return await work();
    } finally {
      this.simulatedRest = false;
    }
  }

  private open(manner: Manner, companyId: string, people: Life['people'], dice: Dice): Promise<Ending> {
    const opening = { companyId, serviceTypes: ['B24'], coverage: shanghai, people };
    if (manner === 'opening') return this.callers.post('officer', '/licenses', opening);
    // Held ones are late with their renewal or nearly so: people are told at once. Simulated ones have a ladder ahead.
    const daysLeft = manner === 'held' ? dice.whole(20, 120) : dice.whole(200, 400);
    const registration = aRegistration(companyId, people, shanghaiDay(new Date().toISOString()), daysLeft);
    return this.callers.post('officer', '/licenses/registrations', registration);
  }

  /** Told of everything at once and at any hour: the run may be at night. */
  private async person(name: string): Promise<string | null> {
    const person = { name: 'Sample', mail: `${name}@example.com`, language: 'en' };
    const added = answerOf(await this.callers.post('admin', '/people', person));
    if (!added) return null;
    const preferences = { digest: false, quietHours: null, language: 'en', mutedKinds: [] };
    await this.callers.put('admin', `/people/${added.personId}/preferences`, preferences);
    return added.personId;
  }

  private readonly reassign: Act = ({ licenseId, people }, dice) => {
    const [deputy, manager] = dice.shuffled([people.owner, people.deputy]);
    return this.callers.post('officer', `/licenses/${licenseId}/people`, { people: { ...people, deputy, manager } });
  };

  private readonly acknowledge: Act = async ({ licenseId }, dice) => {
    const notice = await this.openNotice(licenseId, dice);
    if (notice) await this.callers.post('officer', `/licenses/${licenseId}/acknowledgements`, notice);
  };

  private readonly snooze: Act = async ({ licenseId }, dice) => {
    const notice = await this.openNotice(licenseId, dice);
    const today = notice && (await this.todayOf(licenseId));
    if (!today) return;
    const until = addDays(today, dice.whole(1, 6));
    await this.callers.post('officer', `/licenses/${licenseId}/snoozes`, { ...notice, until });
  };

  private readonly chooseLadder: Act = ({ licenseId }, dice) => {
    const offsets = dice.shuffled([90, 60, 45, 30, 21, 14, 7, 3]).slice(0, dice.whole(2, 5));
    const body = { kind: 'annual-report', offsets: offsets.sort((a, b) => b - a), reason: 'sample' };
    return this.callers.post('officer', `/licenses/${licenseId}/ladders`, body);
  };

  private readonly changeCompany: Act = ({ companyId }, dice) => {
    const change = { facts: { legalRepresentative: `样例 ${dice.whole(1, 9_999)}` }, notify: true };
    return this.callers.post('officer', `/companies/${companyId}/facts`, change);
  };

  private readonly file: Act = (life, dice) =>
    fileOn(this.callers, life.licenseId, life.manner === 'opening' ? 'new' : 'renewal', dice);

  private readonly skip: Act = ({ licenseId }, dice) =>
    this.callers.nudge('admin', `/simulation/licenses/${licenseId}/skip`, { days: dice.whole(2, 20) });

  private readonly choices: Record<Manner, [number, Act][]> = {
    held: [
      [3, this.reassign],
      [2, this.acknowledge],
      [2, this.snooze],
      [1, this.chooseLadder],
      [1, this.changeCompany],
      [4, this.file],
    ],
    simulated: [
      [5, this.skip],
      [1, this.reassign],
      [2, this.acknowledge],
      [1, this.snooze],
      [1, this.chooseLadder],
      [2, this.file],
    ],
    opening: [
      [6, this.file],
      [1, this.reassign],
      [1, this.changeCompany],
    ],
  };

  private async openNotice(licenseId: string, dice: Dice): Promise<{ obligationId: string; rung: string } | null> {
    const told = await this.callers.look('officer', `/licenses/${licenseId}/notices`);
    const open = (told?.notices ?? []).filter((each: Told) => !each.skipped && each.acknowledgedBy === null);
    const notice = open.length > 0 ? (dice.pick(open) as Told) : null;
    return notice && { obligationId: notice.obligationId, rung: notice.rung };
  }

  private async todayOf(licenseId: string): Promise<CivilDate | null> {
    return (await this.callers.look('officer', `/licenses/${licenseId}`))?.today ?? null;
  }
}

const answerOf = (ending: Ending): Told | null => (ending.acknowledged ? ending.answer : null);
