import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shanghaiDay } from '../../libs/calendar/index.js';
import {
  agenda,
  defaultWakeWindow,
  fold,
  type LicenseState,
  lawOfLicense,
  licenseStatus,
  type RecordedEvent,
} from '../../libs/domain/index.js';

/** A ledger as `GET /licenses/:id/export` gave it, and what the release that wrote it made of it. */
export interface StoredLedger {
  /** `<release>/<name>` */
  name: string;
  exported: string;
  folded: object;
}

const home = join(__dirname, 'ledgers');

export function storedLedgers(): StoredLedger[] {
  return readdirSync(home).flatMap((release) =>
    readdirSync(join(home, release))
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => ({
        name: `${release}/${name}`,
        exported: readFileSync(join(home, release, name), 'utf8'),
        folded: JSON.parse(readFileSync(join(home, release, name.replace(/jsonl$/, 'folded.json')), 'utf8')),
      })),
  );
}

/** With PAIZHAO_STORE_LEDGERS=<release>, once, when that release is cut. */
export function storeLedgerWhereAsked(name: string, licenseId: string, exported: string): void {
  const release = process.env.PAIZHAO_STORE_LEDGERS;
  if (!release) return;
  mkdirSync(join(home, release), { recursive: true });
  writeFileSync(join(home, release, `${name}.jsonl`), exported);
  const state = foldedFrom(licenseId, exported);
  if (!state) throw new Error(`the ledger of ${name} is empty`);
  writeFileSync(join(home, release, `${name}.folded.json`), `${JSON.stringify(summaryOf(state), null, 2)}\n`);
}

export function foldedFrom(licenseId: string, exported: string): LicenseState | null {
  const lines = exported.trimEnd().split('\n').slice(1, -1);
  return fold(
    licenseId,
    lines.map((line): RecordedEvent => JSON.parse(JSON.parse(line).body)),
  );
}

/** What people would notice if it changed: where the license stands, its terms, and what is due by which reading. */
export function summaryOf(state: LicenseState): object {
  const today = shanghaiDay(state.recordedAt);
  const actor = { kind: 'system', id: 'tick' } as const;
  const context = { law: lawOfLicense(state), now: state.recordedAt, today, actor, wakeWindow: defaultWakeWindow };
  return {
    seq: state.seq,
    status: licenseStatus(state, today),
    simulated: state.simulated,
    filings: Object.values(state.filings).map(({ id, status }) => ({ id, status })),
    terms:
      state.permit?.terms.map(({ validFrom, lastDay, provisional }) => ({ validFrom, lastDay, provisional })) ?? [],
    services: state.permit?.services ?? {},
    attention: state.attention.map(({ reason, about }) => ({ reason, about })),
    fired: Object.entries(state.notices).map(([id, { fired }]) => ({ id, rungs: fired.map(({ rung }) => rung) })),
    agenda: agenda(state, context).map(({ id, deadline }) => ({
      id,
      date: deadline?.date ?? null,
      safeDay: deadline?.safeDay ?? null,
      readings: deadline?.readings.map((reading) => ({ id: reading.id, date: reading.date })) ?? [],
    })),
  };
}
