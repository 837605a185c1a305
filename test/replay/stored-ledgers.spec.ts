import { readdirSync, readFileSync } from 'node:fs';
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
import { verifyExport } from '../../libs/ledger/index.js';

/**
 * Ledgers that releases have written, as `GET /licenses/:id/export` gave them, each with what that release made of it.
 * Today's code folds them to the same: an event type that changed its meaning shows here.
 */
const home = join(__dirname, 'ledgers');

const ledgers = readdirSync(home).flatMap((release) =>
  readdirSync(join(home, release))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => ({ name: `${release}/${name}`, file: join(home, release, name) })),
);

describe('today’s core folds what earlier releases recorded', () => {
  it('finds ledgers', () => {
    expect(ledgers.length).toBeGreaterThan(0);
  });

  it.each(ledgers)('$name', ({ file }) => {
    const text = readFileSync(file, 'utf8');
    expect(verifyExport(text).findings).toEqual([]);
    const state = fold(verifyExport(text).header.stream.replace('license/', ''), eventsOf(text));
    expect(state?.unknownEvents).toEqual([]);
    expect(summaryOf(state as LicenseState)).toEqual(
      JSON.parse(readFileSync(file.replace(/jsonl$/, 'folded.json'), 'utf8')),
    );
  });
});

function eventsOf(text: string): RecordedEvent[] {
  const lines = text.trimEnd().split('\n').slice(1, -1);
  return lines.map((line) => JSON.parse(JSON.parse(line).body));
}

/** What people would notice if it changed: where the license stands, its terms, and what is due by which reading. */
function summaryOf(state: LicenseState): object {
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
