import type { CivilDate } from '../../calendar/index.js';
import { isStale, type Law, type Requirement } from '../../rulebook/index.js';
import type { Actor } from '../actor.js';
import type { LicenseCommand, LicenseCommandData, LicenseCommandType } from '../commands.js';
import type { TextRef } from '../company.js';
import { correctionItems } from '../correction-items.js';
import { requirementsOf } from '../decide/requirements.js';
import { decide } from '../decide.js';
import type { Filing } from '../license.js';
import { type PlannedChange, type RehearsalRequest, recordedDay } from './plan.js';
import type { VirtualLicense } from './virtual-license.js';

/** Signs packs off: always somebody who prepared nothing. */
const approver: Actor = { kind: 'person', id: 'rehearsal-approver' };

/** What a rehearsal says in words nobody reads. */
const rehearsed: TextRef = { ref: 'rehearsed', commitment: '00'.repeat(32) };

/** A paper that was too old on the day of a filing; the rehearsal goes on with a fresh one. */
export interface StaleMaterial extends Pick<Requirement, 'title' | 'citation' | 'freshness'> {
  requirementId: string;
  filingId: string;
  filingOn: CivilDate;
  issuedOn: CivilDate | null;
}

/** Where a rehearsal is played: the license, and people who run commands on it as they would through the API. */
export class Stage {
  readonly stale: StaleMaterial[] = [];
  /** The planned changes in the order of the days on which they become known. */
  readonly changes: readonly PlannedChange[];
  /** Those that have become known, by the number of the event that told them. */
  readonly changesTold = new Map<number, PlannedChange>();
  private papers = 0;
  /** Terms that the permit had before anything was played. */
  readonly termsBefore: number;

  constructor(
    readonly law: Law,
    readonly request: RehearsalRequest,
    readonly license: VirtualLicense,
  ) {
    this.changes = request.plan.changes.toSorted((a, b) => (recordedDay(a) < recordedDay(b) ? -1 : 1));
    this.termsBefore = license.current?.permit?.terms.length ?? 0;
  }

  get today(): CivilDate {
    return this.license.today;
  }

  /** The owner runs a command, dated today. @throws DomainError where the live license would refuse */
  run<T extends LicenseCommandType>(type: T, data: LicenseCommandData[T], actor: Actor = this.owner): void {
    const command = { type, validOn: this.today, data } as LicenseCommand;
    this.license.record(decide(this.license.current, command, this.license.context(actor)), actor);
  }

  /** Opens a filing, or takes the draft there is, supplies what it requires, has it signed off and hands it in, today. */
  file(opening: Partial<LicenseCommandData['open-filing']> & Pick<LicenseCommandData['open-filing'], 'kind'>): void {
    const { kind, period = null, answers = [] } = opening;
    const draft = Object.values(this.license.state.filings).find(
      (filing) =>
        filing.kind === kind &&
        filing.status === 'draft' &&
        filing.period === period &&
        answers.every((answer) => filing.answers.includes(answer)),
    );
    if (draft) {
      this.handIn(draft);
      return;
    }
    this.license.together(() => {
      this.run('open-filing', { kind, period, answers, plannedOn: null });
      const opened = Object.values(this.license.state.filings).at(-1);
      if (opened) this.prepare(opened);
    });
    const opened = Object.values(this.license.state.filings).at(-1);
    if (opened) this.submit(opened.id);
  }

  /** Supplies what a draft requires, has it signed off and hands it in, today. */
  handIn(filing: Filing): void {
    this.license.together(() => this.prepare(filing));
    this.submit(filing.id);
  }

  /** Answers a correction notice that is on record: a new paper for each item, and signed off anew. */
  answer(filing: Filing): void {
    const items = filing.rounds.at(-1)?.correction?.items ?? [];
    this.license.together(() =>
      this.prepare(filing, new Set(items.flatMap(({ requirementId }) => requirementId ?? []))),
    );
    this.submit(filing.id);
  }

  /** Supplies what is missing, too old or asked for anew. A filing in preparation and its papers move no date. */
  private prepare(filing: Filing, asked: ReadonlySet<string> = new Set()): void {
    const required = requirementsOf(this.license.state, filing, this.today, this.license.context());
    for (const requirement of required) {
      const needed = requirement.status !== 'optional' && this.isMissing(filing, requirement);
      if (needed || asked.has(requirement.id)) this.supply(filing, requirement);
    }
    this.run('sign-off-pack', { filingId: filing.id, deferred: [] }, approver);
  }

  submit(filingId: string): void {
    this.answerInWords(filingId);
    this.run('submit-filing', { filingId });
    this.run('record-receipt', { filingId, receivedOn: this.today, number: null });
  }

  /** Points of a notice that name no material. */
  private answerInWords(filingId: string): void {
    const filing = this.license.state.filings[filingId];
    const open = filing ? correctionItems(filing).filter(({ state }) => state === 'open') : [];
    for (const { id: itemId, requirementId } of open)
      if (requirementId === null) this.run('answer-correction-item', { filingId, itemId, text: rehearsed });
  }

  /** What is promised for later (容缺), and held the permit back. */
  supplyDeferred(filing: Filing): void {
    if (filing.deferred.length === 0) return;
    const required = requirementsOf(this.license.state, filing, this.today, this.license.context());
    for (const requirement of required.filter(({ id }) => filing.deferred.includes(id)))
      this.supply(filing, requirement);
  }

  /** A paper on record is used where it is fresh enough. */
  private isMissing({ materials }: Filing, requirement: Requirement): boolean {
    const newest = materials[requirement.id]?.at(-1);
    return !newest || isStale(requirement, newest.issuedOn, this.today);
  }

  /** The paper at hand where there is one and it is fresh enough; else one of today. */
  private supply(filing: Filing, requirement: Requirement): void {
    const atHand =
      filing.kind === 'new' ? this.request.plan.materials.find(({ id }) => id === requirement.id) : undefined;
    const stale = atHand !== undefined && isStale(requirement, atHand.issuedOn, this.today);
    if (stale) {
      const { id: requirementId, title, citation, freshness } = requirement;
      this.stale.push({
        requirementId,
        title,
        citation,
        freshness,
        filingId: filing.id,
        filingOn: this.today,
        issuedOn: atHand.issuedOn,
      });
    }
    const number = ++this.papers;
    this.run('supply-material', {
      filingId: filing.id,
      requirementId: requirement.id,
      materialId: `paper-${number}`,
      sha256: number.toString(16).padStart(64, '0'),
      bytes: 1,
      mediaType: 'application/pdf',
      issuedOn: stale ? this.today : (atHand?.issuedOn ?? this.today),
      reason: filing.materials[requirement.id] ? rehearsed : null,
    });
  }

  private get owner(): Actor {
    return { kind: 'person', id: this.license.current?.people.owner ?? this.request.plan.people.owner };
  }
}
