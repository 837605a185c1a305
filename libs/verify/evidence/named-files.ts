import type { Envelope } from '../../ledger/index.js';
import { dayOf, listOf, type Members, membersOf, numberOf, textOf } from './members.js';

interface Entry {
  stream: string;
  seq: number;
  type: string;
  day: string;
  data: Members;
}

const documentTypes = ['material-supplied', 'scan-attached'];
const told = [...documentTypes, 'pack-signed-off', 'filing-submitted'];

/** Gathers from the license's entries what is to be told of files. Places are those of `placeOf`. */
export class NamedFiles {
  private readonly entries = new Map<string, Entry>();
  /** What scans may show, by number: the type of each entry, and its filing where it has one. */
  private readonly types: string[] = [];
  private readonly filings = new Map<number, string>();
  private readonly texts = new Map<string, string>();
  private readonly signOffs: Entry[] = [];
  private readonly submissions: Entry[] = [];
  /** Ids of documents that an entry says were destroyed. */
  private readonly erased = new Set<string>();

  see({ stream, seq, type, recordedAt, data }: Envelope): void {
    if (!stream.startsWith('license/')) return;
    const entry = { stream, seq, type, day: dayOf(recordedAt), data: membersOf(data) };
    this.types[seq] = this.once(type);
    if (typeof entry.data.filingId === 'string') this.filings.set(seq, this.once(entry.data.filingId));
    if (told.includes(type)) this.entries.set(`${stream} ${seq}`, entry);
    if (type === 'pack-signed-off') this.signOffs.push(entry);
    if (type === 'filing-submitted') this.submissions.push(entry);
    if (type === 'erased') for (const { id } of listOf(entry.data.files)) this.erased.add(String(id));
  }

  /** Each text is kept once, however many entries have it. */
  private once(text: string): string {
    const known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, text);
    return known ?? text;
  }

  /** Places of the entries that a document is told of for. */
  get documents(): string[] {
    return [...this.entries].filter(([, { type }]) => documentTypes.includes(type)).map(([place]) => place);
  }

  get packs(): string[] {
    return this.signOffs.map(({ stream, seq }) => `${stream} ${seq}`);
  }

  /** Empty where the entry says nothing of files. */
  dayOf(place: string): string {
    return this.entries.get(place)?.day ?? '';
  }

  isErased(id: string): boolean {
    return this.erased.has(id);
  }

  names(place: string, id: string, sha256: unknown): boolean {
    const entry = this.entries.get(place);
    if (!entry) return false;
    const { data } = entry;
    if (documentTypes.includes(entry.type))
      return (data.materialId === id || data.scanId === id) && data.sha256 === sha256;
    return lists(data, id, sha256);
  }

  /** The document that this entry brought, as `documents.json` has to have it; null for another entry. */
  documentOf(place: string): Members | null {
    const entry = this.entries.get(place);
    if (!entry || !documentTypes.includes(entry.type)) return null;
    const { stream, seq, day: recordedOn, data } = entry;
    const { sha256, bytes, mediaType } = data;
    const own = entry.type === 'scan-attached' ? this.scanOf(data) : materialOf(data);
    const signedIn = this.signOffs.filter((signOff) => lists(signOff.data, textOf(own.id), sha256));
    const named = [{ stream, seq }, ...signedIn.map((signOff) => ({ stream: signOff.stream, seq: signOff.seq }))];
    return { ...own, sha256, bytes, mediaType, recordedOn, named };
  }

  private scanOf({ scanId: id, entry }: Members): Members {
    const about = this.types[numberOf(entry)] ?? 'unknown';
    const filingId = this.filings.get(numberOf(entry)) ?? null;
    return { id, kind: 'scan', filingId, about, version: null, issuedOn: null };
  }

  /** What was signed for, without its list of materials; null for another entry. */
  packOf(place: string): Members | null {
    const at = this.packs.indexOf(place);
    const signOff = this.signOffs[at];
    if (!signOff) return null;
    const { stream, seq, data } = signOff;
    const { filingId, packHash } = data;
    const next = this.signOffs.slice(at + 1).find((other) => other.data.filingId === filingId);
    const submitted = this.submissions
      .filter((entry) => entry.data.filingId === filingId && entry.data.packHash === packHash)
      .filter((entry) => entry.seq > seq && entry.seq < (next?.seq ?? Number.POSITIVE_INFINITY))
      .map((entry) => ({ stream: entry.stream, seq: entry.seq }));
    return { filingId, signedOff: { stream, seq }, submitted, packHash };
  }
}

function materialOf(data: Members): Members {
  const { materialId: id, filingId, requirementId: about, version, issuedOn } = data;
  return { id, kind: 'material', filingId, about, version, issuedOn };
}

const lists = ({ materials }: Members, id: string, sha256: unknown): boolean =>
  listOf(materials).some((material) => material.materialId === id && material.sha256 === sha256);
