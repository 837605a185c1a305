import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { CivilDate } from '../../../libs/calendar/index.js';
import {
  DomainError,
  decide,
  type LicenseCommand,
  type LicenseCommandData,
  type LicenseCommandType,
  type LicenseState,
  mustBeAt,
  type Pins,
  type TextRef,
} from '../../../libs/domain/index.js';
import { RefusedByLicense } from '../../../libs/gateway/index.js';
import { commandIdFor } from '../../../libs/ledger/uuid5.js';
import { addToLogContext } from '../../../libs/log/index.js';
import {
  Cipher,
  type CommandEntity,
  type CommandReply,
  CommandRepository,
  type FileToStore,
  StoredFileRepository,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { CommandInFlight, IdempotencyKeyReused } from '../problems/api-errors.js';
import { LicenseNotFound, LicenseReader } from '../runtime/license-reader.js';
import { ENGINE, type Engine } from '../runtime/runtime.js';
import type { CommandAnswer } from './command-answer.js';
import { PrivateTexts } from './private-texts.js';

/** What the caller said, by which a repeat is told from another request. */
export type Asked = { act: LicenseCommandType } & Record<string, unknown>;

/** What a command is built with: the license's day, look-ups, and ways to put aside what is no part of it. */
export interface Drafting {
  today: CivilDate;
  /** The law by which the command is judged: what a new license pins. */
  pins: Pins;
  /** For reading. */
  manager: EntityManager;
  file(row: Omit<FileToStore, 'licenseId'>): Promise<void>;
  text(value: string): Promise<TextRef>;
  optionalText(value: string | null | undefined): Promise<TextRef | null>;
}

export type Draft = (drafting: Drafting) => LicenseCommand | Promise<LicenseCommand>;

const opening: ReadonlySet<LicenseCommandType> = new Set(['open-license', 'register-permit']);

/**
 * A command's way: stored under its id with its texts, judged on the folded state, then carried out by the license's
 * workflow. A refusal leaves nothing behind and is judged anew; what was appended is answered the same way for ever.
 */
@Injectable()
export class CommandService {
  private readonly inFlight = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
    private readonly texts: PrivateTexts,
    private readonly cipher: Cipher,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  /** @throws IdempotencyKeyReused, CommandInFlight, what the rules refuse, and what the gateway throws */
  async run(asker: Asker, licenseId: string, asked: Asked, draft: Draft): Promise<CommandAnswer> {
    const id = commandIdFor(principalName(asker.caller), licenseId, asker.key);
    addToLogContext({ licenseId, commandId: id });
    if (this.inFlight.has(id)) throw new CommandInFlight();
    this.inFlight.add(id);
    try {
      const fingerprint = this.cipher.fingerprint(asked);
      const known = await new CommandRepository(this.dataSource.manager).find(id);
      if (known && known.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
      if (known?.reply) return answerFrom(known);
      if (!known) await this.store(id, licenseId, fingerprint, asker, draft);
      return await this.execute(licenseId, id);
    } finally {
      this.inFlight.delete(id);
    }
  }

  /**
   * A command that is its own data: nothing to look up, no free text. `validOn` is today where it is left out; `beside`
   * is what the request asks for beyond the command.
   */
  record<T extends LicenseCommandType>(
    asker: Asker,
    licenseId: string,
    type: T,
    validOn: CivilDate | undefined,
    data: LicenseCommandData[T],
    beside: Record<string, unknown> = {},
  ): Promise<CommandAnswer> {
    const asked = { act: type, validOn: validOn ?? null, data, ...beside };
    return this.run(
      asker,
      licenseId,
      asked,
      ({ today }) => ({ type, validOn: validOn ?? today, data }) as LicenseCommand,
    );
  }

  /** Stored only after the dry run; what had to be stored before it is rolled back with a refusal. */
  private async store(
    id: string,
    licenseId: string,
    fingerprint: string,
    { caller, expected }: Asker,
    draft: Draft,
  ): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const { state, context } = await this.licenses.forCommand(runner.manager, licenseId, caller);
      const drafted = await draft({
        today: context.today,
        pins: { pack: context.law.pack.id, calendar: context.law.calendar.id },
        manager: runner.manager,
        ...this.storing(runner, licenseId),
      });
      const command = expected === null ? drafted : { ...drafted, onlyAt: expected };
      mustExist(licenseId, state, command);
      mustBeAt(state?.seq ?? 0, expected);
      pointingAtBody(command.type, () => decide(state, command, context));
      await new CommandRepository(runner.manager).store({
        id,
        subjectId: licenseId,
        principal: principalName(caller),
        actor: caller.actor,
        fingerprint,
        body: command,
      });
      if (runner.isTransactionActive) await runner.commitTransaction();
    } catch (error) {
      // A connection that broke cannot roll back; the server has done so, and the first error is the one that counts.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Most commands store nothing but themselves; the first other row opens a transaction. */
  private storing(runner: QueryRunner, licenseId: string): Pick<Drafting, 'file' | 'text' | 'optionalText'> {
    const begun = async (): Promise<EntityManager> => {
      if (!runner.isTransactionActive) await runner.startTransaction();
      return runner.manager;
    };
    const text = async (value: string): Promise<TextRef> => this.texts.within(await begun()).add(licenseId, value);
    return {
      text,
      optionalText: async (value) => (value === null || value === undefined ? null : text(value)),
      file: async (row) => new StoredFileRepository(await begun()).add({ ...row, licenseId }),
    };
  }

  private async execute(licenseId: string, id: string): Promise<CommandAnswer> {
    const answer = await this.engine.gateway.execute(licenseId, id).catch(async (error: unknown) => {
      if (error instanceof RefusedByLicense) await this.forget(id);
      throw error;
    });
    const stored = await new CommandRepository(this.dataSource.manager).find(id);
    if (stored?.reply) return answerFrom(stored);
    await this.forget(id);
    const view = await this.licenses.view(licenseId);
    return { licenseId, commandId: id, outcome: 'nothing', seq: answer.seq, events: [], status: view.status };
  }

  /** Takes back a command that was not kept, and the texts and the file it brought. */
  private async forget(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const body = await new CommandRepository(manager).forget(id);
      if (!body) return;
      await this.texts.removeReferred(manager, body);
      const { type, data } = body as unknown as LicenseCommand;
      if (type === 'supply-material') await new StoredFileRepository(manager).withdraw(data.materialId);
    });
  }
}

/** Where a request names the day of the act by another word than the command does. */
const dayFields: Partial<Record<LicenseCommandType, string>> = {
  'submit-filing': 'submittedOn',
  'hand-over-original': 'handedOverOn',
  'record-original-shown': 'shownOn',
  'record-original-return': 'returnedOn',
  'record-receipt': 'receivedOn',
  'record-correction-notice': 'noticedOn',
  'record-acceptance': 'acceptedOn',
  'record-non-acceptance': 'decidedOn',
  'start-expert-review': 'from',
  'end-expert-review': 'on',
  'record-grant': 'grantedOn',
  'record-refusal': 'refusedOn',
  'withdraw-filing': 'withdrawnOn',
  'record-report-return': 'returnedOn',
  'record-report-filed': 'filedOn',
  'record-permit': 'issuedOn',
  'open-service': 'openedOn',
  'record-suspension': 'from',
  'lift-suspension': 'on',
  'record-revocation': 'revokedOn',
  'record-cancellation': 'cancelledOn',
  'record-flag': 'on',
  'record-publication': 'publishedOn',
  'record-termination': 'endedOn',
  'record-permit-return': 'returnedOn',
  'record-replacement': 'on',
  'decide-non-renewal': 'decidedOn',
  'withdraw-non-renewal': 'on',
  'record-non-renewal-report': 'reportedOn',
  'start-operation': 'startedOn',
  'stop-operation': 'stoppedOn',
  'state-income': 'asOf',
  'announce-inspection': 'announcedOn',
  'record-inspection': 'heldOn',
  'answer-inspection': 'answeredOn',
  'note-site-visit': 'on',
  'meet-condition': 'metOn',
  'record-companion-report': 'filedOn',
  'end-companion': 'endedOn',
  'authorize-subsidiary': 'approvedOn',
  'end-subsidiary': 'endedOn',
  'confirm-duty': 'on',
};

/** A refusal points into the command; the caller must find the place in the request. */
function pointingAtBody(type: LicenseCommandType, judge: () => unknown): void {
  try {
    judge();
  } catch (error) {
    const field = dayFields[type];
    if (!(error instanceof DomainError) || !field || error.details.pointer !== '/validOn') throw error;
    throw new DomainError(error.code, error.kind, error.message, { ...error.details, pointer: `/${field}` });
  }
}

function mustExist(licenseId: string, state: LicenseState | null, command: LicenseCommand): void {
  if (state === null && !opening.has(command.type)) throw new LicenseNotFound(licenseId);
}

/** JSONB does not keep the order of members; a repeat must give the same bytes. */
function answerFrom(row: CommandEntity): CommandAnswer {
  const reply = row.reply as unknown as CommandReply;
  return {
    licenseId: reply.licenseId,
    commandId: reply.commandId,
    outcome: reply.outcome,
    seq: reply.seq,
    events: reply.events.map(({ seq, type }) => ({ seq, type })),
    status: reply.status,
  };
}
