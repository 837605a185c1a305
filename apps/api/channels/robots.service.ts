import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Conflict } from '../../../libs/domain/errors.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  type Act,
  Cipher,
  type Robot,
  type RobotChange,
  RobotMessageRepository,
  RobotRepository,
  type RobotToRegister,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { HouseDesk } from '../house/house-desk.js';
import { ChannelChecks } from './channel-checks.js';
import type { messagesAnswer } from './channel-shapes.js';
import type { Page } from './webhooks.service.js';

/** The registry of chat robots, for those who administer. The worker tells. */
@Injectable()
export class RobotsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly desk: HouseDesk,
    private readonly checks: ChannelChecks,
  ) {}

  async register(asker: Asker, asked: Omit<RobotToRegister, 'id'>): Promise<{ robotId: string }> {
    await this.checks.robot(asked.kind, asked);
    const id = uuid5(paizhaoNamespace, 'robot', principalName(asker.caller), asker.key);
    return this.act(asker, id, 'register-robot', asked, (robots, act) => robots.register({ id, ...asked }, act));
  }

  async change(asker: Asker, id: string, change: RobotChange): Promise<{ robotId: string }> {
    const { kind } = await this.robots().find(id);
    await this.checks.robot(kind, change);
    return this.act(asker, id, 'change-robot', change, (robots, act) => robots.change(id, change, asker.expected, act));
  }

  enable(asker: Asker, id: string): Promise<{ robotId: string }> {
    return this.act(asker, id, 'enable-robot', {}, (robots, act) => robots.enable(id, act));
  }

  disable(asker: Asker, id: string): Promise<{ robotId: string }> {
    const request = { act: 'disable-robot', subjectId: id, body: {} };
    return this.desk.once(asker, request, async (manager, act) => {
      const messages = new RobotMessageRepository(manager, this.cipher);
      const asOf = ({ dueAt }: { dueAt: string }): Act => (act.now > dueAt ? act : { ...act, now: dueAt });
      await messages.stop(manager, { id }, 'by-hand', asOf, act);
      return { robotId: id };
    });
  }

  test(asker: Asker, id: string): Promise<{ robotId: string; key: string }> {
    const request = { act: 'test-robot', subjectId: id, body: {} };
    return this.desk.once(asker, request, async (manager, { commandId, now: dueAt }) => {
      const { state } = await new RobotRepository(manager, this.cipher).lock(id);
      if (state === 'disabled')
        throw new Conflict('channel-disabled', 'the robot is disabled', { id, remedy: 'Enable it first.' });
      const key = `test/${id}/${commandId}`;
      const ofNothing = { licenseId: null, seq: null, obligationId: null, rung: null, notice: null, simulated: false };
      const messages = new RobotMessageRepository(manager, this.cipher);
      await messages.queueTest({ key, robotId: id, purpose: 'test', dueAt, ...ofNothing });
      return { robotId: id, key };
    });
  }

  async list(): Promise<object[]> {
    return (await this.robots().list()).map(shown);
  }

  async find(id: string): Promise<object> {
    return shown(await this.robots().find(id));
  }

  async messages(id: string, { state, before, limit }: Page): Promise<z.output<typeof messagesAnswer>['messages']> {
    await this.robots().find(id);
    const messages = new RobotMessageRepository(this.dataSource.manager, this.cipher);
    return (await messages.list(id, state, before, limit)).map((row) => ({
      key: row.key,
      purpose: row.purpose,
      licenseId: row.licenseId,
      obligationId: row.obligationId,
      rung: row.rung,
      simulated: row.simulated,
      state: row.state,
      attempts: row.attempts,
      answer: row.answer,
      dueAt: row.dueAt,
      changedAt: row.changedAt,
    }));
  }

  private robots(): RobotRepository {
    return new RobotRepository(this.dataSource.manager, this.cipher);
  }

  private act(
    asker: Asker,
    id: string,
    act: string,
    body: object,
    work: (robots: RobotRepository, act: Act) => Promise<void>,
  ): Promise<{ robotId: string }> {
    return this.desk.once(asker, { act, subjectId: id, body }, async (manager, how) => {
      await work(new RobotRepository(manager, this.cipher), how);
      return { robotId: id };
    });
  }
}

const shown = ({ nextAt: _, storedAt: __, ...robot }: Robot): object => robot;
