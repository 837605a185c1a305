import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CivilDate, formatInstant, instantAt, parseInstant } from '../../../libs/calendar/index.js';
import { folding, InvalidInput } from '../../../libs/domain/index.js';
import { OutboxRepository, SnapshotRepository } from '../../../libs/persistence/index.js';
import type { Asker } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { ENGINE, type Engine } from '../runtime/runtime.js';

export interface Skipped {
  licenseId: string;
  simulated: true;
  /** Where the license's time stood before and stands now (UTC). */
  from: string;
  now: string;
  /** The civil day of `now` in Shanghai. */
  today: CivilDate;
  /** Messages that are still on their way. */
  unsent: number;
}

const dayMs = 86_400_000;
/** Ten years: whoever waits for the answer waits for all that falls due in them. */
export const mostDays = 3660;
/** One request to the server skips no more than this: what goes wrong then costs little. */
const stepMs = 400 * dayMs;
const sendPatienceMs = 10_000;

/** Skips one license's time, for tests and the demo. The license says for ever that it is simulated. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
    private readonly commands: CommandService,
    private readonly clock: LicenseClock,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  /** @throws InvalidInput `skip-into-past`, `skip-too-far`, and what the engine throws */
  async skip(asker: Asker, licenseId: string, to: { until: CivilDate } | { days: number }): Promise<Skipped> {
    const { state, context } = await this.licenses.at(licenseId, asker.caller);
    const target =
      'until' in to ? parseInstant(instantAt(to.until, '12:00')) : parseInstant(context.now) + to.days * dayMs;
    if (target <= parseInstant(context.now)) throw intoPast(context.now);
    if (target - parseInstant(context.now) > mostDays * dayMs) throw tooFar(context.now);
    if (!state.simulated) await this.commands.record(asker, licenseId, 'mark-simulated', undefined, {});
    await this.engine.gateway.start(licenseId, await this.offsetOf(licenseId));
    await this.steps(licenseId, target - parseInstant(context.now));
    const unsent = await this.untilSent(licenseId);
    const { context: after } = await this.licenses.at(licenseId, asker.caller);
    return { licenseId, simulated: true, from: context.now, now: after.now, today: after.today, unsent };
  }

  /** After each step the offset is stored, so that whoever asks in between sees one time. */
  private async steps(licenseId: string, milliseconds: number): Promise<void> {
    const snapshots = new SnapshotRepository(this.dataSource.manager, folding);
    for (let left = milliseconds; left > 0; left -= stepMs) {
      const [step, offset] = [Math.min(left, stepMs), await this.offsetOf(licenseId)];
      await this.engine.skipTime?.(licenseId, step);
      await snapshots.setClockOffset(licenseId, offset + step);
    }
  }

  /** A skip that was cut off brought the license further than was stored: its newest entry tells. */
  private async offsetOf(licenseId: string): Promise<number> {
    const snapshot = await new SnapshotRepository(this.dataSource.manager, folding).find(licenseId);
    if (!snapshot) return 0;
    const ahead = parseInstant(snapshot.state.recordedAt) - parseInstant(this.clock.now().now);
    return Math.max(snapshot.clockOffsetMs, ahead);
  }

  /** Sends run beside the license's life; the caller wants to see what they brought. */
  private async untilSent(licenseId: string): Promise<number> {
    const outbox = new OutboxRepository(this.dataSource.manager);
    const limit = Date.now() + sendPatienceMs;
    for (;;) {
      // An answer means that the tasks before it are done; where no worker gives one, the outbox alone tells.
      await this.engine.gateway.progress(licenseId).catch(() => null);
      const unsent = (await outbox.unsent(licenseId)).length;
      if (unsent === 0 || Date.now() >= limit) return unsent;
      await pause(50);
    }
  }
}

function intoPast(now: string): InvalidInput {
  return new InvalidInput('skip-into-past', `the license's time is ${formatInstant(parseInstant(now))} already`, {
    pointer: '/until',
    now,
    remedy: 'Name a later day: time only runs forward.',
  });
}

function tooFar(now: string): InvalidInput {
  return new InvalidInput('skip-too-far', `one skip passes ${mostDays} days at most`, {
    pointer: '/until',
    now,
    days: mostDays,
    remedy: 'Name an earlier day, and skip again from there.',
  });
}
