import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { addDays, shanghaiDay } from '../../libs/calendar/index.js';
import type { LetterFrame, MailCarrier, RetentionContent } from '../../libs/notices/index.js';
import type {
  Act,
  Person,
  RecipientRepository,
  ReportAnswer,
  RetentionMailRepository,
  RetentionReport,
  RetentionRepository,
} from '../../libs/persistence/index.js';

export interface RetentionDeps {
  dataSource: DataSource;
  retention: (manager: EntityManager) => RetentionRepository;
  mails: (manager: EntityManager) => RetentionMailRepository;
  recipients: Pick<RecipientRepository, 'admins'>;
  carrier: MailCarrier;
  render: (frame: LetterFrame, content: RetentionContent) => Promise<Buffer>;
  mailFrom: string;
  publicUrl: string;
  /** So long before anything goes, administrators were mailed it. */
  noticeDays: number;
  /** UTC instant of the wall clock. */
  now: () => string;
}

export type RetentionTurn = 'nothing' | 'waiting' | 'mailed' | 'not-mailed' | 'carried-out';

/** One turn: carries out the report whose day has come, or makes the next one and mails it. Safe to be cut off anywhere. */
export async function turnRetention(deps: RetentionDeps): Promise<RetentionTurn> {
  const now = deps.now();
  const today = shanghaiDay(now);
  const open = await deps.retention(deps.dataSource.manager).open();
  if (open?.mailedAt && open.erasesOn <= today) {
    await carryOut(deps, open, now, today);
    return 'carried-out';
  }
  if (open?.mailedAt) return 'waiting';
  const report = open ?? (await make(deps, today));
  if (report === null) return 'nothing';
  const erasesOn = addDays(today, deps.noticeDays);
  if (!(await mail(deps, { ...report, erasesOn }, now, today))) return 'not-mailed';
  await deps.retention(deps.dataSource.manager).mailed(report.id, now, erasesOn);
  return 'mailed';
}

function make({ dataSource, retention, noticeDays }: RetentionDeps, today: string): Promise<RetentionReport | null> {
  return dataSource.transaction((manager) => retention(manager).report(today, addDays(today, noticeDays)));
}

/** Thing by thing: nobody who decides something of the house waits for all of it, and what is cut off goes on later. */
async function carryOut(
  { dataSource, retention }: RetentionDeps,
  report: RetentionReport,
  now: string,
  today: string,
): Promise<void> {
  const act = anAct(now, today);
  for (const item of await retention(dataSource.manager).left(report.id))
    while (!(await dataSource.transaction((manager) => retention(manager).carryOut(report, item, act))));
  await dataSource.transaction((manager) => retention(manager).close(report, act));
}

const anAct = (now: string, today: string): Act => ({
  actor: { kind: 'system', id: 'retention' },
  commandId: randomUUID(),
  now,
  validOn: today,
});

/**
 * Whether the administrators of the day were mailed, each until the mailbox took the report or refused it for good, which
 * is on record. Where none took it nobody was told: it waits, its day with it, and those who refused are tried again.
 */
async function mail(deps: RetentionDeps, report: RetentionReport, now: string, today: string): Promise<boolean> {
  const { dataSource, mails, recipients } = deps;
  const answers = new Map(await mails(dataSource.manager).answersTo(report.id));
  const admins = await recipients.admins(now);
  const isTold = () => admins.some(({ id }) => answers.get(id) === 'taken');
  const told = isTold();
  for (const admin of admins) {
    const known = answers.get(admin.id);
    if (known === 'taken' || (known === 'refused' && told)) continue;
    const answer = await mailTo(deps, report, admin, now);
    if (answer === null || answer === known) continue;
    answers.set(admin.id, answer);
    const act = anAct(now, today);
    await dataSource.transaction((manager) => mails(manager).note(report.id, admin.id, answer, act));
  }
  return isTold() && admins.every(({ id }) => answers.has(id));
}

/** Null: it may be taken later. */
async function mailTo(
  deps: RetentionDeps,
  report: RetentionReport,
  admin: Person,
  now: string,
): Promise<ReportAnswer | null> {
  const { carrier, render, mailFrom, publicUrl } = deps;
  const { erasesOn, items } = report;
  const frame = { key: `retention/${report.id}/${admin.id}`, from: mailFrom, to: admin.mail, date: now };
  const mime = await render(frame, { language: admin.language, erasesOn, items, publicUrl });
  const delivery = await carrier.deliver({ from: mailFrom, to: admin.mail, mime });
  if (delivery.outcome === 'accepted') return 'taken';
  return delivery.outcome === 'refused' && delivery.permanent ? 'refused' : null;
}
