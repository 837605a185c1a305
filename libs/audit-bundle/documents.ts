import type { AuditedDocument } from '../audit-report/content.js';
import { shanghaiDay } from '../calendar/index.js';
import type { LicenseEntry, RecordedOf } from '../domain/index.js';
import { licenseStream } from '../ledger/streams.js';
import { type Days, type EntryPlace, within } from './days.js';

/** Why the bytes of a document are not in the bundle. */
export type Omitted = 'erased' | 'not-asked' | 'outside-period' | 'unreadable';

/** A file that the license's stream names, with all that names it. */
export interface NamedDocument extends Omit<AuditedDocument, 'entries' | 'file'> {
  named: EntryPlace[];
  /** Entered, or signed for, on a day that is covered. */
  inPeriod: boolean;
}

/** What a sign-off stands for. */
export interface NamedPack {
  filingId: string;
  signedOff: EntryPlace;
  submitted: EntryPlace[];
  packHash: string;
  materials: [requirementId: string, materialId: string, version: number, sha256: string][];
}

/** Every material and scan of the stream, in the order of entry. */
export function documentsOf(licenseId: string, entries: readonly LicenseEntry[], days: Days): NamedDocument[] {
  const stream = licenseStream(licenseId);
  const signOffs = entries.filter((entry) => entry.type === 'pack-signed-off');
  const erased = new Set(entries.flatMap(erasedBy));
  return entries.flatMap((entry) => {
    if (entry.type !== 'material-supplied' && entry.type !== 'scan-attached') return [];
    const document = entry.type === 'scan-attached' ? scanOf(entry, entries) : materialOf(entry);
    const naming = [entry, ...signOffs.filter((signOff) => listed(signOff, document))];
    return [
      {
        ...document,
        named: naming.map(({ seq }) => ({ stream, seq })),
        inPeriod: naming.some(({ recordedAt }) => within(days, shanghaiDay(recordedAt))),
        erased: erased.has(document.id),
      },
    ];
  });
}

const erasedBy = (entry: LicenseEntry): string[] =>
  entry.type === 'erased' && entry.data.what === 'files' ? entry.data.files.map(({ id }) => id) : [];

type Document = Omit<NamedDocument, 'named' | 'inPeriod' | 'erased'>;

function materialOf({ data, recordedAt }: RecordedOf<'material-supplied'>): Document {
  const { materialId: id, filingId, requirementId: about, version, sha256, bytes, mediaType, issuedOn } = data;
  const recordedOn = shanghaiDay(recordedAt);
  return { id, kind: 'material', filingId, about, version, sha256, bytes, mediaType, issuedOn, recordedOn };
}

function scanOf({ data, recordedAt }: RecordedOf<'scan-attached'>, entries: readonly LicenseEntry[]): Document {
  const { scanId: id, entry, sha256, bytes, mediaType } = data;
  const shown = entries.find(({ seq }) => seq === entry);
  const { filingId = null } = Object(shown?.data) as { filingId?: string };
  const about = shown?.type ?? 'unknown';
  const recordedOn = shanghaiDay(recordedAt);
  return { id, kind: 'scan', filingId, about, version: null, sha256, bytes, mediaType, issuedOn: null, recordedOn };
}

const listed = ({ data }: RecordedOf<'pack-signed-off'>, { id, sha256 }: Document): boolean =>
  data.materials.some((material) => material.materialId === id && material.sha256 === sha256);

/** Every sign-off of the stream, with the submissions that handed in what was signed for. */
export function packsOf(licenseId: string, entries: readonly LicenseEntry[]): NamedPack[] {
  const stream = licenseStream(licenseId);
  const signOffs = entries.filter((entry) => entry.type === 'pack-signed-off');
  return signOffs.map(({ seq, data }) => {
    const { filingId, packHash } = data;
    const next = signOffs.find((other) => other.seq > seq && other.data.filingId === filingId);
    const submitted = entries.filter(
      (entry) =>
        entry.type === 'filing-submitted' &&
        entry.data.filingId === filingId &&
        entry.data.packHash === packHash &&
        entry.seq > seq &&
        entry.seq < (next?.seq ?? Number.POSITIVE_INFINITY),
    );
    const materials = data.materials
      .toSorted((a, b) => (a.requirementId < b.requirementId ? -1 : 1))
      .map(({ requirementId, materialId, version, sha256 }): NamedPack['materials'][number] => [
        requirementId,
        materialId,
        version,
        sha256,
      ]);
    return {
      filingId,
      signedOff: { stream, seq },
      submitted: submitted.map((entry) => ({ stream, seq: entry.seq })),
      packHash,
      materials,
    };
  });
}
