import { aPdf, companyWith, must } from './api-story.js';
import type { Answer, ApiClient } from './api-world.js';
import { insisting } from './insisting.js';
import type { LifePeople, LifeWorld } from './life-world.js';

type Body = Answer['body'];

/** A requirement with the newest of what was supplied for it. */
interface Asked {
  id: string;
  status: string;
  material: object | null;
}

/** One license, as its people live with it: every act is a request to the API, on a day of the license's own. */
export class Life {
  today: string;
  licenseId = '';
  companyId = '';

  private constructor(
    readonly world: LifeWorld,
    private readonly begin: string,
    readonly people: LifePeople,
    readonly mails: LifePeople,
    readonly officer: ApiClient,
    readonly approver: ApiClient,
    readonly auditor: ApiClient,
  ) {
    this.today = begin;
  }

  /** The owner files, the manager signs off. */
  static async of(world: LifeWorld, begin: string): Promise<Life> {
    const [owner, deputy, manager] = await Promise.all([world.person('zh'), world.person('en'), world.person('zh')]);
    const [officer, approver, auditor] = await Promise.all([
      world.as('officer', owner.id),
      world.as('approver', manager.id),
      world.as('auditor', deputy.id),
    ]);
    const people = { owner: owner.id, deputy: deputy.id, manager: manager.id };
    const mails = { owner: owner.mail, deputy: deputy.mail, manager: manager.mail };
    return new Life(world, begin, people, mails, officer, approver, auditor);
  }

  /** The same company with the same people, before its next license. */
  again(): Life {
    const { world, begin, people, mails, officer, approver, auditor } = this;
    const next = new Life(world, begin, people, mails, officer, approver, auditor);
    next.companyId = this.companyId;
    return next;
  }

  /** @param number tells companies of one test file apart */
  async founds(number: number, facts: object = {}): Promise<void> {
    const company = { ...companyWith(number), ...facts };
    this.companyId = (await insisting((how) => this.officer.post('/companies', company, how))).companyId;
  }

  async opens(coverage: object, rest: object = {}): Promise<void> {
    const opening = { companyId: this.companyId, serviceTypes: ['B24'], coverage, people: this.people, ...rest };
    this.licenseId = (await insisting((how) => this.officer.post('/licenses', opening, how))).licenseId;
  }

  async registers(permit: object, rest: object): Promise<void> {
    const body = { companyId: this.companyId, people: this.people, permit, ...rest };
    this.licenseId = (await insisting((how) => this.officer.post('/licenses/registrations', body, how))).licenseId;
  }

  /** Time passes; the license wakes whenever it asked to be woken. */
  async until(day: string): Promise<void> {
    await this.world.skip(this.licenseId, day);
    this.today = day;
  }

  get license(): Promise<Body> {
    return must(this.officer.get(this.path()));
  }

  async agenda(kind?: string): Promise<Body[]> {
    const { obligations } = await must(this.officer.get(this.path('/agenda')));
    return (obligations as Body[]).filter((each) => !kind || each.kind === kind);
  }

  /** What is due of a kind; there must be one. */
  async duty(kind: string): Promise<Body> {
    const [found, ...more] = await this.agenda(kind);
    if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} × ${kind} on ${this.today}`);
    return found;
  }

  does(path: string, body: object = {}, by: ApiClient = this.officer): Promise<Body> {
    return insisting((how) => by.post(this.path(path), body, how));
  }

  /** The code with which an act is refused. */
  async refused(path: string, body: object = {}): Promise<string> {
    const answer = await this.officer.post(this.path(path), body);
    if (answer.status < 400) throw new Error(`${path} is not refused on ${this.today}`);
    return answer.body.code;
  }

  /** A filing with all that it must have, signed off by a second person. */
  async prepares(kind: string, rest: object = {}): Promise<string> {
    const { filingId } = await this.does('/filings', { kind, ...rest });
    await this.supplies(filingId);
    return filingId;
  }

  async supplies(filingId: string, only?: string): Promise<void> {
    const { requirements } = await must(this.officer.get(this.path(`/filings/${filingId}/requirements`)));
    const asked = (requirements as Asked[]).filter(({ id, status }) => (only ? id === only : status !== 'optional'));
    const materials = this.path(`/filings/${filingId}/materials`);
    const upload = ({ id, material }: Asked) => {
      const file = { name: `${id}.pdf`, bytes: aPdf(`${id} ${this.today}`) };
      const fields: Record<string, string> = { requirementId: id, issuedOn: this.today };
      if (material !== null) fields.reason = 'sample: asked for again';
      return insisting((how) => this.officer.upload(materials, fields, file, how));
    };
    await Promise.all(asked.map(upload));
    await this.does(`/filings/${filingId}/sign-off`, {}, this.approver);
  }

  /** Handed in today, and received today. */
  async files(kind: string, rest: object = {}): Promise<string> {
    const filingId = await this.prepares(kind, rest);
    await this.handsIn(filingId);
    return filingId;
  }

  async handsIn(filingId: string): Promise<void> {
    await this.does(`/filings/${filingId}/submission`);
    await this.does(`/filings/${filingId}/receipt`, { receivedOn: this.today });
  }

  /** The authority's decisions on a filing, of today. */
  async accepted(filingId: string): Promise<void> {
    await this.does(`/filings/${filingId}/acceptance`, { acceptedOn: this.today });
  }

  async granted(filingId: string): Promise<void> {
    await this.does(`/filings/${filingId}/grant`, { grantedOn: this.today });
  }

  async refusedBy(filingId: string, rest: object = {}): Promise<void> {
    const decision = { refusedOn: this.today, servedOn: this.today, reason: '材料不实', ...rest };
    await this.does(`/filings/${filingId}/refusal`, decision);
  }

  async issued(filingId: string, permit: object): Promise<void> {
    await this.does(`/filings/${filingId}/permit`, { permit, issuedOn: this.today });
  }

  /** The paper as it is, with what has changed in it. */
  async amended(filingId: string): Promise<void> {
    const { permit } = await this.license;
    const { number, serviceTypes, coverage, terms } = permit;
    const { validFrom, printedLastDay } = terms.at(-1);
    await this.issued(filingId, { number, serviceTypes, coverage, validFrom, printedLastDay });
  }

  async starts(openedOn = this.today): Promise<void> {
    await this.does('/services', { serviceType: 'B24', openedOn });
  }

  /** The annual report of this year, handed in and filed today. */
  async reports(): Promise<void> {
    const period = this.today.slice(0, 4);
    const filingId = await this.prepares('annual-report', { period });
    await this.does(`/filings/${filingId}/submission`);
    await this.does(`/filings/${filingId}/report-filed`, { filedOn: this.today });
  }

  async acknowledges(kind: string, rung: string): Promise<void> {
    const { id } = await this.duty(kind);
    await this.does('/acknowledgements', { obligationId: id, rung });
  }

  /** The company decides on a change today; every license of it hears of it. */
  async changes(kind: string, facts: object, rest: object = {}): Promise<void> {
    const change = { kind, decidedOn: this.today, ...rest };
    const fact = { change, facts, validOn: this.today };
    await insisting((how) => this.officer.post(`/companies/${this.companyId}/facts`, fact, how));
    while ((await this.agenda('change')).length === 0) await new Promise((resolve) => setTimeout(resolve, 25));
  }

  private path(rest = ''): string {
    return `/licenses/${this.licenseId}${rest}`;
  }
}
