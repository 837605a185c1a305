import { shanghaiDay } from '../../libs/calendar/index.js';
import {
  type Actor,
  decide,
  heldPermitFindings,
  type LicenseCommandData,
  lawOf,
  type PermitFinding,
  pinsOfNew,
  type WakeWindow,
} from '../../libs/domain/index.js';
import { commandIdFor, companyIdFor } from '../../libs/ledger/index.js';
import type { ImportMatchRepository } from '../../libs/persistence/index.js';
import type { Table } from '../../libs/sheets/index.js';
import {
  columnOfPointer,
  type Finding,
  layoutOf,
  type RowResult,
  type SheetReport,
} from '../../libs/sheets/permits/index.js';
import { refusalOf } from '../advance/refusal.js';
import { type HeldPermit, type ImportDeps, type ImportOptions, importPermits } from '../import-permits.js';
import { type DefaultPeople, type MatchDeps, type MatchedRow, matched } from './sheet-matching.js';
import { numberForm, permitRows, turnOfOthers } from './sheet-permits.js';

export interface SheetImportDeps extends MatchDeps {
  permits: ImportDeps;
  matches: Pick<ImportMatchRepository, 'companies' | 'permits' | 'register' | 'storeUnlessHeld'>;
  wakeWindow: WakeWindow;
  /** Starts the workflows of licenses that came in; what fails here, heal does later. */
  startWorkflows(licenseIds: readonly string[], signal: AbortSignal): Promise<void>;
}

export interface SheetImport {
  table: Table;
  /** Only says what would be done. */
  trial: boolean;
  notify: boolean;
  people: DefaultPeople;
  actor: Actor;
  signal: AbortSignal;
  progress(done: number, total: number): Promise<void>;
}

/**
 * Among the house's keys a permit is its own: whoever imports it, it is the same license. So two imports of the same
 * sheet, by two people at once, make each license once.
 */
const keysOf = 'sheet';

/** Puts the permits of a sheet on record, or says what would become of them. A row that is refused keeps no other out. */
export async function importSheet(asked: SheetImport, deps: SheetImportDeps): Promise<SheetReport> {
  const law = lawOf(pinsOfNew(await deps.permits.adoptions.adopted()));
  const read = await permitRows(asked.table, layoutOf(asked.table), law);
  const { rows, findings } = await matched(read.permits, asked.people, law, deps);
  const report: SheetReport = { findings: [...read.findings, ...findings], rows: [] };
  const fresh = rows.filter(({ licenseId }) => licenseId === null);
  report.rows.push(
    ...rows.filter(isHeld).map(({ row, licenseId }) => ({ row, licenseId, outcome: 'on-record' as const })),
  );
  await asked.progress(read.data.length - fresh.length, read.data.length);
  const judged = await judge(fresh, deps, law);
  report.findings.push(...judged.findings);
  if (asked.trial) report.rows.push(...judged.rows);
  else {
    const right = new Set(judged.rows.map(({ row }) => row));
    const allowed = fresh.filter(({ row }) => right.has(row));
    const brought = await bringIn(allowed, read.data.length, asked, deps, law);
    // What was there already may have come with an import that was interrupted, and have no workflow yet.
    const licenseIds = [...report.rows, ...brought.rows].flatMap((each) => each.licenseId ?? []);
    await deps.startWorkflows(licenseIds, asked.signal);
    report.findings.push(...brought.findings);
    report.rows.push(...brought.rows);
  }
  const told = new Set(report.rows.map(({ row }) => row));
  report.rows.push(...read.data.filter((row) => !told.has(row)).map(refusedRow));
  report.rows.sort((a, b) => a.row - b.row);
  report.findings.sort((a, b) => a.row - b.row);
  return report;
}

type Law = ReturnType<typeof lawOf>;

const isHeld = ({ licenseId }: MatchedRow): boolean => licenseId !== null;

const refusedRow = (row: number): RowResult => ({ row, outcome: 'refused', licenseId: null });

/** What the core says of each row, before anything is stored: a row that it refuses leaves no company behind either. */
async function judge(
  fresh: readonly MatchedRow[],
  { permits, wakeWindow }: SheetImportDeps,
  law: Law,
): Promise<SheetReport> {
  const now = permits.now();
  const context = {
    law,
    now,
    today: shanghaiDay(now),
    actor: { kind: 'system', id: 'bootstrap' } as const,
    wakeWindow,
  };
  const report: SheetReport = { findings: [], rows: [] };
  for (const matchedRow of fresh) {
    const { row, company, facts } = matchedRow;
    await turnOfOthers(row);
    const companyId = company?.companyId ?? '';
    const pins = { pack: law.pack.id, calendar: law.calendar.id };
    const { key: _, ...held } = heldOf(matchedRow, companyId, law);
    const data: LicenseCommandData['register-permit'] = { ...held, company: facts, companySeq: 1, pins };
    try {
      const events = decide(null, { type: 'register-permit', validOn: context.today, data }, context);
      report.rows.push({ row, outcome: 'new', licenseId: null });
      for (const event of events)
        if (event.type === 'license-opened')
          report.findings.push(...unusualOf(row, heldPermitFindings(event.data.authority, data.permit, law)));
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      report.findings.push(findingOf(row, refusal));
    }
  }
  return report;
}

async function bringIn(
  fresh: readonly MatchedRow[],
  total: number,
  asked: SheetImport,
  deps: SheetImportDeps,
  law: Law,
): Promise<SheetReport> {
  const { actor, notify, signal, progress } = asked;
  const principal = `${actor.kind}:${actor.id}`;
  const { companies, findings } = await registered(fresh, principal, actor, deps);
  const rowOf = new Map<string, number>();
  const permits = fresh.flatMap((each): HeldPermit[] => {
    const companyId = companies.get(each.permit.company.uscc);
    if (companyId === undefined) return [];
    const held = heldOf(each, companyId, law);
    rowOf.set(held.key, each.row);
    return [held];
  });
  const before = total - permits.length;
  const teller = new Teller((done) => progress(before + done, total));
  const onImported = (_: unknown, number: number): void => teller.tell(number);
  const options: ImportOptions = {
    ...{ principal, keysOf, actor, notify, signal: AbortSignal.any([signal, teller.failed]), onImported },
    storeUnlessHeld: (...registration) => deps.matches.storeUnlessHeld(...registration),
  };
  const imported = await importPermits(permits, deps.permits, options);
  await teller.end();
  const report: SheetReport = { findings, rows: [] };
  for (const each of imported) {
    const row = rowOf.get(each.key) ?? 0;
    if (each.outcome === 'refused') report.findings.push(findingOf(row, each.refusal));
    else report.rows.push({ row, outcome: each.outcome, licenseId: each.licenseId });
  }
  return report;
}

/** Companies by their codes: those that are there, and those that now come to be. */
async function registered(
  fresh: readonly MatchedRow[],
  principal: string,
  actor: Actor,
  { matches, permits }: SheetImportDeps,
): Promise<{ companies: Map<string, string>; findings: Finding[] }> {
  const companies = new Map<string, string>();
  const refused = new Map<string, NonNullable<ReturnType<typeof refusalOf>>>();
  const findings: Finding[] = [];
  for (const { row, permit, company, facts } of fresh) {
    const { uscc } = permit.company;
    if (company) companies.set(uscc, company.companyId);
    const known = refused.get(uscc);
    if (known) findings.push(findingOf(row, known));
    if (known || companies.has(uscc)) continue;
    const companyId = companyIdFor(principal, `sheet:${uscc}`);
    const now = permits.now();
    const commandId = commandIdFor(principal, companyId, 'sheet');
    try {
      await matches.register(companyId, facts, { actor, commandId, now, validOn: shanghaiDay(now) });
      companies.set(uscc, companyId);
    } catch (error) {
      const refusal = refusalOf(error);
      const other = (await matches.companies([uscc])).get(uscc);
      if (!refusal) throw error;
      if (other) companies.set(uscc, other.companyId);
      else {
        refused.set(uscc, refusal);
        findings.push(findingOf(row, refusal));
      }
    }
  }
  return { companies, findings };
}

function heldOf({ permit, people }: MatchedRow, companyId: string, law: Law): HeldPermit {
  const { grantedOn, opened, reportsFiled, unknown } = permit;
  const key = `${companyId} ${numberForm(law, permit.permit.number)}`;
  return { key, companyId, people, permit: permit.permit, grantedOn, opened, reportsFiled, unknown };
}

const unusualOf = (row: number, findings: readonly PermitFinding[]): Finding[] =>
  findings.map(({ code, pointer, wording }) => ({
    ...{ row, column: columnOfPointer(pointer), code, detail: wording.en },
    unusual: wording,
  }));

function findingOf(
  row: number,
  { code, message, details }: { code: string; message: string; details: object },
): Finding {
  const { pointer } = details as { pointer?: unknown };
  return { row, column: columnOfPointer(pointer), code, detail: message };
}

/** Says how far the import has come, one word at a time; who could not say it any more must not go on either. */
class Teller {
  private readonly fault = new AbortController();
  readonly failed = this.fault.signal;
  private newest = 0;
  private told = 0;
  private telling: Promise<void> = Promise.resolve();
  private busy = false;

  constructor(private readonly say: (done: number) => Promise<void>) {}

  tell(done: number): void {
    this.newest = Math.max(this.newest, done);
    if (this.busy || this.failed.aborted) return;
    this.busy = true;
    this.telling = this.run();
  }

  async end(): Promise<void> {
    await this.telling;
    this.failed.throwIfAborted();
  }

  private async run(): Promise<void> {
    try {
      while (this.told < this.newest) {
        const next = this.newest;
        await this.say(next);
        this.told = next;
      }
    } catch (error) {
      this.fault.abort(error);
    } finally {
      this.busy = false;
    }
  }
}
