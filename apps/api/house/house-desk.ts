import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { commandIdFor } from '../../../libs/ledger/uuid5.js';
import { type Act, Cipher, CommandRepository, mayCarryOut } from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { CommandInFlight } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';

/** What is asked of the house: the name of the act, what it is about, and what the caller sent. */
export interface HouseRequest {
  act: string;
  subjectId: string;
  body: object;
}

/** Acts on the house's own stream: each once for its key, in one transaction with what it changes. */
@Injectable()
export class HouseDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly clock: LicenseClock,
  ) {}

  /**
   * A repeat of the same request gives the answer that was kept: whatever might refuse it belongs into `work`.
   * @throws `idempotency-key-reused`; CommandInFlight while the first one is still being carried out, by whatever process
   */
  once<A extends Record<string, unknown>>(
    { caller, key }: Asker,
    { act, subjectId, body }: HouseRequest,
    work: (manager: EntityManager, act: Act) => Promise<A>,
  ): Promise<A> {
    const principal = principalName(caller);
    const commandId = commandIdFor(principal, subjectId, key);
    const { now, today } = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      if (!(await mayCarryOut(manager, commandId))) throw new CommandInFlight();
      const commands = new CommandRepository(manager);
      const stored = await commands.store({
        id: commandId,
        subjectId,
        principal,
        actor: caller.actor,
        fingerprint: this.cipher.fingerprint({ act, subjectId, ...body }),
        body: { type: act },
      });
      if (stored.reply) return stored.reply as A;
      const answer = await work(manager, { actor: caller.actor, commandId, now, validOn: today });
      await commands.reply(commandId, 0, answer);
      return answer;
    });
  }
}
