import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Context,
  folding,
  type LicenseState,
  lawOf,
  lawOfLicense,
  NotFound,
  type Principal,
  pinsOfNew,
} from '../../../libs/domain/index.js';
import {
  AdoptionRepository,
  LicenseRepository,
  type LicenseViewEntity,
  type SnapshotEntity,
  SnapshotRepository,
} from '../../../libs/persistence/index.js';
import type { Law } from '../../../libs/rulebook/index.js';
import { LicenseClock, type Moment } from './license-clock.js';
import { type ApiOptions, OPTIONS } from './runtime.js';

/** A license as it stands, with the context in which questions about it are answered. */
export interface LicenseAtHand {
  state: LicenseState;
  context: Context;
}

export class LicenseNotFound extends NotFound {
  constructor(licenseId: string) {
    super('license-not-found', 'there is no such license', { licenseId, remedy: 'Look at GET /licenses for the ids.' });
  }
}

/** Reads folded states. Reading changes nothing; the record itself is only written by the license's own workflow. */
@Injectable()
export class LicenseReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** @throws LicenseNotFound */
  async at(licenseId: string, principal: Principal): Promise<LicenseAtHand> {
    const snapshot = await new SnapshotRepository(this.dataSource.manager, folding).find(licenseId);
    if (!snapshot) throw new LicenseNotFound(licenseId);
    return { state: snapshot.state, context: this.contextFor(snapshot, principal) };
  }

  /** The license's time (UTC), without its state. @throws LicenseNotFound */
  async now(licenseId: string): Promise<string> {
    const time = await new SnapshotRepository(this.dataSource.manager, folding).timeOf(licenseId);
    if (!time) throw new LicenseNotFound(licenseId);
    return this.clock.now(time.clockOffsetMs, time.recordedAt).now;
  }

  /** Those of the licenses that are there. */
  async several(licenseIds: readonly string[], principal: Principal): Promise<LicenseAtHand[]> {
    const snapshots = await new SnapshotRepository(this.dataSource.manager, folding).findAll(licenseIds);
    return snapshots.map((snapshot) => ({ state: snapshot.state, context: this.contextFor(snapshot, principal) }));
  }

  /** The license's line in the lists. @throws LicenseNotFound */
  async view(licenseId: string): Promise<LicenseViewEntity> {
    const view = await new LicenseRepository(this.dataSource.manager).find(licenseId);
    if (!view) throw new LicenseNotFound(licenseId);
    return view;
  }

  /** The state for a dry run: null before the license is opened. */
  async forCommand(
    manager: EntityManager,
    licenseId: string,
    principal: Principal,
  ): Promise<{ state: LicenseState | null; context: Context }> {
    const snapshot = await new SnapshotRepository(manager, folding).find(licenseId);
    if (snapshot) return { state: snapshot.state, context: this.contextFor(snapshot, principal) };
    const law = lawOf(pinsOfNew(await new AdoptionRepository(manager).adopted()));
    return { state: null, context: this.contextOf(law, this.clock.now(), principal) };
  }

  private contextFor({ state, clockOffsetMs }: SnapshotEntity, principal: Principal): Context {
    return this.contextOf(lawOfLicense(state), this.clock.now(clockOffsetMs, state.recordedAt), principal);
  }

  private contextOf(law: Law, moment: Moment, principal: Principal): Context {
    return { law, ...moment, actor: principal.actor, wakeWindow: this.options.wakeWindow };
  }
}
