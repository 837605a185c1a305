import type { CivilDate } from '../../calendar/index.js';
import { isStale, type Law, type Requirement } from '../../rulebook/index.js';
import type { Actor } from '../actor.js';
import type { LicenseCommand, LicenseCommandData, LicenseCommandType } from '../commands.js';
import { requirementsOf } from '../decide/requirements.js';
import { decide } from '../decide.js';
import type { Filing } from '../license.js';
import type { RehearsalRequest } from './plan.js';
import type { VirtualLicense } from './virtual-license.js';

/** Signs packs off: always somebody who prepared nothing. */
const approver: Actor = { kind: 'person', id: 'rehearsal-approver' };

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
  /** How many of the planned changes have become known. */
  changesTold = 0;
  private papers = 0;

  constructor(
    readonly law: Law,
    readonly request: RehearsalRequest,
    readonly license: VirtualLicense,
  ) {}

  get today(): CivilDate {
    return this.license.today;
  }

  /** The owner runs a command, dated today. @throws DomainError where the live license would refuse */
  run<T extends LicenseCommandType>(type: T, data: LicenseCommandData[T], actor: Actor = this.owner): void {
    const command = { type, validOn: this.today, data } as LicenseCommand;
    this.license.record(decide(this.license.current, command, this.license.context(actor)), actor);
  }

  /** Opens a filing, supplies what it requires, has it signed off and hands it in, all today. */
  file(opening: Partial<LicenseCommandData['open-filing']> & Pick<LicenseCommandData['open-filing'], 'kind'>): void {
    this.run('open-filing', { period: null, answers: [], plannedOn: null, ...opening });
    const opened = Object.values(this.license.state.filings).at(-1);
    if (opened) this.handIn(opened);
  }

  /** Supplies what a draft requires, has it signed off and hands it in, today. */
  handIn(filing: Filing): void {
    const filingId = filing.id;
    const required = requirementsOf(this.license.state, filing, this.today, this.license.context());
    for (const requirement of required.filter(({ status }) => status !== 'optional')) this.supply(filing, requirement);
    this.run('sign-off-pack', { filingId, deferred: [] }, approver);
    this.submit(filingId);
  }

  submit(filingId: string): void {
    this.run('submit-filing', { filingId });
    this.run('record-receipt', { filingId, receivedOn: this.today, number: null });
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
      reason: null,
    });
  }

  private get owner(): Actor {
    return { kind: 'person', id: this.license.current?.people.owner ?? this.request.plan.people.owner };
  }
}
