import { shanghaiDay } from '../../libs/calendar/index.js';
import { agenda, fold, type LicenseEntry, lawOfLicense, licenseAsOf, licenseStatus } from '../../libs/domain/index.js';
import { type StoredLedger, storedLedgers } from './stored-ledgers.js';

function entriesOf({ exported }: StoredLedger): LicenseEntry[] {
  const lines = exported.trimEnd().split('\n').slice(1, -1);
  return lines.map((line): LicenseEntry => JSON.parse(JSON.parse(line).body));
}

/** Ledgers of every release, and the lives in them, asked about every moment at which something came on record. */
describe('a license of an earlier release as of two times', () => {
  it.each(storedLedgers())('$name', (ledger) => {
    const entries = entriesOf(ledger);
    const moments = [...new Set(entries.map(({ recordedAt }) => recordedAt))];
    const days = [...new Set(entries.map(({ validOn }) => validOn))].sort();
    for (const [i, knownOn] of moments.entries()) {
      // On its own day it is the state that there was.
      const then = entries.filter(({ recordedAt }) => recordedAt <= knownOn);
      const present = licenseAsOf('license-1', entries, { validOn: shanghaiDay(knownOn), knownOn });
      expect(present?.state).toEqual(fold('license-1', then));
      // On any other day it holds together, and has a status and an agenda.
      const validOn = days[(i * 7) % days.length] ?? '';
      const past = licenseAsOf('license-1', entries, { validOn, knownOn });
      if (!past) continue;
      expect({ knownOn, validOn, unfit: past.unfit }).toEqual({ knownOn, validOn, unfit: [] });
      expect(licenseStatus(past.state, validOn)).toMatch(/^[a-z-]+$/);
      expect(() => agenda(past.state, { law: lawOfLicense(past.state), today: validOn })).not.toThrow();
    }
  });
});
