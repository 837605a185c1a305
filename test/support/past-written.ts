import type { DataSource } from 'typeorm';
import { derivedFrom } from '../../activities/advance/derived.js';
import { fold, type LicenseState, lawOfLicense, type RecordedEvent } from '../../libs/domain/index.js';
import { type Envelope, genesis, seal } from '../../libs/ledger/index.js';
import { licenseStream } from '../../libs/ledger/streams.js';
import { PostgresAdvanceStore } from '../../libs/persistence/index.js';
import type { Life } from './past-life.js';

/** Puts a life that was lived in memory on record, in the transaction in which `advance` puts its own. */
export async function writeLife(
  source: DataSource,
  life: Life,
  ids: { licenseId: string; companyId: string },
): Promise<void> {
  const { licenseId, companyId } = ids;
  await new PostgresAdvanceStore(source).turn(licenseId, null, async (turn) => {
    const envelopes = life.entries.map((entry): Envelope => {
      const { seq, recordedAt, validOn, actor, commandId, type, v } = entry;
      const data = entry.type === 'license-opened' ? { ...entry.data, companyId } : entry.data;
      const place = { stream: licenseStream(licenseId), seq, recordedAt, storedAt: turn.head.clock };
      return { ...place, validOn, actor, commandId, type, v, data };
    });
    const state = fold(licenseId, envelopes as unknown as RecordedEvent[]) as LicenseState;
    await turn.record({
      ...{
        entries: seal(genesis, envelopes),
        derived: derivedFrom(state, { ...life.desk.context(), law: lawOfLicense(state) }),
      },
      ...{
        messages: [],
        withheld: [],
        reply: null,
        files: [],
        texts: [],
        replacedFiles: [],
        erasedTexts: [],
        erasedFiles: [],
      },
    });
    return { keep: true, answer: null };
  });
}
