import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { FiredRung, Principal } from '../../../libs/domain/index.js';
import { LicenseRepository, type OutboxEntity, OutboxRepository } from '../../../libs/persistence/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { noticesAnswer } from '../schemas/answers.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';

@ApiTags('notices')
@Controller('licenses/:id/notices')
export class NoticesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
  ) {}

  @Get()
  @ReadEndpoint(
    'read-notices',
    'Notices: those planned, those that fired, what became of each message, who acknowledged',
    noticesAnswer,
  )
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state } = await this.licenses.at(id, caller);
    const messages = await new OutboxRepository(this.dataSource.manager).ofLicense(id);
    const planned = await new LicenseRepository(this.dataSource.manager).plannedRungs(id);
    const notices = Object.entries(state.notices).flatMap(([obligationId, { fired }]) =>
      fired.map((rung) => ({
        obligationId,
        ...told(rung),
        deliveries: messages.filter(about(obligationId, rung)).map(delivery),
      })),
    );
    return {
      licenseId: id,
      simulated: state.simulated,
      planned: planned.map(({ obligationId, rung, day, at }) => ({ obligationId, rung, day, at })),
      notices: notices.sort((a, b) => a.seq - b.seq),
    };
  }
}

const told = ({ rung, on, skipped, acknowledgedBy, snoozedUntil, escalatedTo, seq }: FiredRung) => ({
  rung,
  on,
  skipped,
  acknowledgedBy,
  snoozedUntil,
  escalatedTo,
  seq,
});

type Message = Omit<OutboxEntity, 'rendered'>;

const about =
  (obligationId: string, { rung }: FiredRung) =>
  (message: Message): boolean =>
    message.obligationId === obligationId && message.rung === rung;

function delivery({
  key,
  role,
  personId,
  channel,
  state,
  urgency,
  leaves,
  digestKey,
  attempts,
  smtpAnswer,
  dueAt,
  changedAt,
  notice,
}: Message): object {
  const { late, skipped, date, safeDay, firmness, ruleId, grounds = null } = notice;
  return {
    key,
    role,
    personId,
    channel,
    state,
    urgency,
    leaves,
    digest: digestKey,
    attempts,
    smtpAnswer,
    dueAt,
    changedAt,
    late,
    skipped,
    date,
    safeDay,
    firmness,
    ruleId,
    grounds,
  };
}
