import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { addDays, shanghaiDay } from '../../libs/calendar/index.js';
import type { LetterFrame, MailCarrier, RetentionContent } from '../../libs/notices/index.js';
import type {
  Person,
  RecipientRepository,
  RetentionReport,
  RetentionRepository,
} from '../../libs/persistence/index.js';

export interface RetentionDeps {
  dataSource: DataSource;
  retention: (manager: EntityManager) => RetentionRepository;
  recipients: Pick<RecipientRepository, 'admins'>;
  carrier: MailCarrier;
  render: (frame: LetterFrame, content: RetentionContent) => Promise<Buffer>;
  mailFrom: string;
  publicUrl: string;
  /** So long before anything goes, administrators have read of it. */
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
  if (!(await mail(deps, { ...report, erasesOn }, now))) return 'not-mailed';
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
  const act = { actor: { kind: 'system', id: 'retention' } as const, commandId: randomUUID(), now, validOn: today };
  for (const item of await retention(dataSource.manager).left(report.id))
    while (!(await dataSource.transaction((manager) => retention(manager).carryOut(report, item, act))));
  await dataSource.transaction((manager) => retention(manager).close(report, act));
}

/** Whether anybody was mailed. A report that nobody was mailed waits, and its day with it. */
async function mail(deps: RetentionDeps, report: RetentionReport, now: string): Promise<boolean> {
  let taken = 0;
  for (const admin of await deps.recipients.admins(now)) if (await mailTo(deps, report, admin, now)) taken++;
  return taken > 0;
}

async function mailTo(deps: RetentionDeps, report: RetentionReport, admin: Person, now: string): Promise<boolean> {
  const { carrier, render, mailFrom, publicUrl } = deps;
  const { erasesOn, items } = report;
  const frame = { key: `retention/${report.id}/${admin.id}`, from: mailFrom, to: admin.mail, date: now };
  const mime = await render(frame, { language: admin.language, erasesOn, items, publicUrl });
  const { outcome } = await carrier.deliver({ from: mailFrom, to: admin.mail, mime });
  return outcome === 'accepted';
}
