import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import {
  adoptionImpact,
  type Context,
  coversDay,
  defaultWakeWindow,
  folding,
  InvalidInput,
  type LicenseCommand,
  lawOf,
  lawOfLicense,
  loadedLaw,
  type Pins,
  type Principal,
  proposerOf,
  type Scope,
  secondPerson,
} from '../../../libs/domain/index.js';
import { canonicalize, eventIdFor, houseStream, paizhaoNamespace, uuid5 } from '../../../libs/ledger/index.js';
import {
  type AdoptionEntity,
  type AdoptionKind,
  type AdoptionProgress,
  AdoptionRepository,
  FanOutRepository,
  type LicenseImpact,
  type SnapshotEntity,
  SnapshotRepository,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { type ApiOptions, ENGINE, type Engine, LOG, OPTIONS } from '../runtime/runtime.js';
import { HouseDesk } from './house-desk.js';
import { mustBeEverywhere } from './law-everywhere.js';

const licensesAtOnce = 200;
/** Rows that one statement writes: well within its time. */
const toldAtOnce = 5_000;

/** What an adoption would do, as far as it was worked out: every open license, and those of them with a date that moves. */
interface Impact {
  licenseIds: string[];
  impacts: LicenseImpact[];
}

/** How far an adoption has come, at which rate, and how long the rest takes where nothing holds it up. */
interface Progress extends AdoptionProgress {
  perSecond: number;
  /** Null for whoever does not see all that is carried. */
  secondsLeft: number | null;
}

type Limited = Pick<Principal, 'scopes' | 'period'>;

type Confirming = { notify?: boolean | undefined; perSecond?: number | undefined };

/** What was confirmed, and whether people are mailed only because a date moved. */
type ConfirmedAdoption = { adoptionId: string; eventId: string; notify: boolean };

/** New versions of rules and calendar for open licenses: first what would move, then the event, then license by license. */
@Injectable()
export class AdoptionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: HouseDesk,
    private readonly clock: LicenseClock,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(OPTIONS) private readonly options: ApiOptions,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Works the impact out and puts it on record with the proposal. Nothing moves yet. */
  async propose(asker: Asker, kind: AdoptionKind, version: string): Promise<{ adoptionId: string }> {
    const adoptionId = uuid5(paizhaoNamespace, 'adoption', principalName(asker.caller), asker.key);
    const by = proposerOf(asker.caller.actor);
    mustBeLoaded(kind, version);
    const { licenseIds, impacts } = await this.impactOf(kind, version);
    const impactHash = createHash('sha256').update(canonicalize(impacts)).digest('hex');
    const request = { act: 'propose-adoption', subjectId: adoptionId, body: { kind, version } };
    return this.desk.once(asker, request, async (manager, act) => {
      const adoption = { id: adoptionId, kind, version, licenses: licenseIds.length, impactHash, impacts };
      await new AdoptionRepository(manager).propose(adoption, by, act);
      return { adoptionId };
    });
  }

  /** The event, and a command for every open license that pins another version. */
  async confirm(asker: Asker, adoptionId: string, body: Confirming = {}): Promise<ConfirmedAdoption> {
    const request = { act: 'confirm-adoption', subjectId: adoptionId, body };
    const asked = await new AdoptionRepository(this.dataSource.manager).get(adoptionId);
    // Looked up before the house's stream is locked, and once more for what was opened meanwhile.
    const licenseIds = await this.concerned(asked.kind, asked.version);
    const answer = await this.desk.once(asker, request, async (manager, act) => {
      const adoptions = new AdoptionRepository(manager);
      const adoption = await adoptions.proposed(adoptionId);
      const { kind, version } = adoption;
      const by = secondPerson(asker.caller.actor, adoption.proposedBy);
      mustBeLoaded(kind, version);
      await mustBeEverywhere(this.engine);
      const how = { by, perSecond: body.perSecond ?? null };
      const eventId = await adoptions.confirm(adoption, how, act, (seq) => eventIdFor(houseStream, seq));
      const notify = body.notify ?? licenseIds.length <= 1;
      await spread(manager, eventId, licenseIds, { ...adopting(kind, version, notify), validOn: act.validOn });
      return { adoptionId, eventId, notify };
    });
    const known = new Set(licenseIds);
    const later = (await this.concerned(asked.kind, asked.version)).filter((licenseId) => !known.has(licenseId));
    const command = { ...adopting(asked.kind, asked.version, answer.notify), validOn: this.clock.now().today };
    await this.dataSource.transaction((manager) => spread(manager, answer.eventId, later, command));
    const perSecond = body.perSecond ?? this.options.fanOutPerSecond;
    await this.engine.gateway.startFanOut(answer.eventId, perSecond).catch((error: unknown) => {
      this.log.warn({ eventId: answer.eventId, err: error }, 'fan-out not started');
    });
    return answer;
  }

  reject(asker: Asker, adoptionId: string): Promise<{ adoptionId: string }> {
    const by = proposerOf(asker.caller.actor);
    const request = { act: 'reject-adoption', subjectId: adoptionId, body: {} };
    return this.desk.once(asker, request, async (manager, act) => {
      const adoptions = new AdoptionRepository(manager);
      await adoptions.reject(await adoptions.proposed(adoptionId), by, act);
      return { adoptionId };
    });
  }

  page(before: number | null, limit: number): Promise<AdoptionEntity[]> {
    return new AdoptionRepository(this.dataSource.manager).page(before, limit);
  }

  /** Counts of the whole house are for whoever sees all of it as it is now. */
  seesCounts({ scopes, period }: Limited): boolean {
    return scopes.length === 0 && coversDay(period, this.clock.now().today);
  }

  /** How far it has come with the licenses that the caller sees as they are now; null also where none may be seen. */
  async find(
    adoptionId: string,
    { scopes, period }: Limited,
  ): Promise<{ adoption: AdoptionEntity; progress: Progress | null }> {
    const adoptions = new AdoptionRepository(this.dataSource.manager);
    const adoption = await adoptions.get(adoptionId);
    if (!adoption.eventId || !coversDay(period, this.clock.now().today)) return { adoption, progress: null };
    const progress = await adoptions.progress(adoption.eventId, scopes);
    const perSecond = adoption.perSecond ?? this.options.fanOutPerSecond;
    const secondsLeft = scopes.length === 0 ? Math.ceil(progress.pending / perSecond) : null;
    return { adoption, progress: { ...progress, perSecond, secondsLeft } };
  }

  async impacts(
    adoptionId: string,
    scopes: readonly Scope[],
    page: { after: string | null; limit: number },
  ): Promise<LicenseImpact[]> {
    const adoptions = new AdoptionRepository(this.dataSource.manager);
    await adoptions.get(adoptionId);
    return adoptions.impacts(adoptionId, scopes, page);
  }

  private async impactOf(kind: AdoptionKind, version: string): Promise<Impact> {
    const impact: Impact = { licenseIds: [], impacts: [] };
    for await (const snapshot of this.openLicenses(kind, version)) {
      impact.licenseIds.push(snapshot.licenseId);
      const dates = adoptionImpact(snapshot.state, this.contextOf(snapshot, kind, version));
      if (dates.length > 0) impact.impacts.push({ licenseId: snapshot.licenseId, dates });
    }
    return impact;
  }

  private async concerned(kind: AdoptionKind, version: string): Promise<string[]> {
    const snapshots = new SnapshotRepository(this.dataSource.manager, folding);
    const licenseIds: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await snapshots.openPins(after, toldAtOnce);
      for (const { licenseId, pins } of page) if (pinned(pins, kind) !== version) licenseIds.push(licenseId);
      if (page.length < toldAtOnce) return licenseIds;
      after = page.at(-1)?.licenseId ?? null;
    }
  }

  /** Open licenses that pin another version, page by page. */
  private async *openLicenses(kind: AdoptionKind, version: string): AsyncGenerator<SnapshotEntity> {
    const snapshots = new SnapshotRepository(this.dataSource.manager, folding);
    for (let after: string | null = null; ; ) {
      const page = await snapshots.open(after, licensesAtOnce);
      for (const snapshot of page) if (pinned(snapshot.state.pins, kind) !== version) yield snapshot;
      if (page.length < licensesAtOnce) return;
      after = page.at(-1)?.licenseId ?? null;
    }
  }

  private contextOf({ state, clockOffsetMs }: SnapshotEntity, kind: AdoptionKind, version: string): Context {
    const pins: Pins = kind === 'rulebook' ? { ...state.pins, pack: version } : { ...state.pins, calendar: version };
    return {
      law: lawOf(pins, state.readings),
      lawBefore: lawOfLicense(state),
      ...this.clock.now(clockOffsetMs, state.recordedAt),
      actor: { kind: 'system', id: 'fan-out' },
      wakeWindow: defaultWakeWindow,
    };
  }
}

async function spread(manager: EntityManager, eventId: string, licenseIds: string[], body: object): Promise<void> {
  const fanOut = new FanOutRepository(manager);
  for (let from = 0; from < licenseIds.length; from += toldAtOnce)
    await fanOut.spread(eventId, licenseIds.slice(from, from + toldAtOnce), body);
}

/** The command that each license gets. */
function adopting(kind: AdoptionKind, version: string, notify: boolean): Pick<LicenseCommand, 'type' | 'data'> {
  return kind === 'rulebook'
    ? { type: 'adopt-rulebook', data: { pack: version, notify } }
    : { type: 'adopt-calendar', data: { calendar: version, notify } };
}

function pinned(pins: Pins, kind: AdoptionKind): string {
  return kind === 'rulebook' ? pins.pack : pins.calendar;
}

/** A version that this process lacks cannot be adopted. @throws InvalidInput `law-unknown` */
function mustBeLoaded(kind: AdoptionKind, version: string): void {
  const { packs, calendars } = loadedLaw();
  const known = kind === 'rulebook' ? packs : calendars;
  if (known.includes(version)) return;
  throw new InvalidInput('law-unknown', `${version} is not here`, {
    pointer: '/version',
    known,
    remedy: `Name one of: ${known.join(', ')}.`,
  });
}
