import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { type ArchivedFile, zipOf } from '../../../libs/archive/index.js';
import { DocumentUnreadable, FileErased } from '../../../libs/documents/index.js';
import {
  type Filing,
  fold,
  type LicenseEventData,
  lawOfLicense,
  type Principal,
  packHash,
  type RecordedEvent,
  standsFor,
} from '../../../libs/domain/index.js';
import { canonicalize } from '../../../libs/ledger/canonicalize.js';
import { coverOf } from '../../../libs/papers/index.js';
import { type KeptPack, PackRepository } from '../../../libs/persistence/index.js';
import { FilingsService } from '../filings/filings.service.js';
import { LicenseLedger, recorded } from '../history/license-ledger.js';
import { StoredDocuments } from '../materials/stored-documents.js';
import { LOG } from '../runtime/runtime.js';
import type { FilingPath } from '../schemas/fields.js';
import {
  coverPath,
  coverSheetOf,
  filesOf,
  type Manifest,
  type ManifestFile,
  manifestOf,
  manifestPath,
  packHashIn,
  type SignedOff,
} from './pack-contents.js';
import {
  type ErasedDocument,
  PackDocumentsUnreadable,
  PackErased,
  PackNotFound,
  PackNotReproducible,
  type UnreadableDocument,
} from './pack-errors.js';

/** A pack that was signed off at some time. */
export interface PackLine {
  seq: number;
  packHash: string;
  signedOn: string;
  signedBy: string;
  materials: number;
  deferred: string[];
  /** `outdated`: materials have changed since, other than what was deferred and came while it was with the authority; `superseded`: a later sign-off took its place. */
  state: 'standing' | 'outdated' | 'superseded';
  /** Rounds in which it was handed in. */
  rounds: number[];
}

/** An archive, ready to be written. */
export interface PackArchive {
  sha256: string;
  bytes: number;
  content: () => AsyncGenerator<Buffer, void, undefined>;
}

type SignOff = RecordedEvent & { data: LicenseEventData['pack-signed-off'] };

/**
 * Signed packs as archives, each held against its sign-off. Manifest and cover sheet are kept from the sign-off on, documents are never overwritten,
 * and the writer of archives does not change: so the same pack is the same bytes years later.
 */
@Injectable()
export class PacksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly filings: FilingsService,
    private readonly ledger: LicenseLedger,
    private readonly documents: StoredDocuments,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Every sign-off of a filing, oldest first. */
  async list({ id, filingId }: FilingPath, principal: Principal): Promise<PackLine[]> {
    const { filing } = await this.filings.find(id, filingId, principal);
    const signOffs = signOffsOf(await this.events(id), filingId);
    return signOffs.map((signOff, index) => lineOf(signOff, signOffs[index + 1] ?? null, filing));
  }

  /** @throws PackNotFound, PackErased, PackDocumentsUnreadable, PackNotReproducible */
  async open(at: FilingPath, seq: number, principal: Principal): Promise<PackArchive> {
    const kept = await this.kept(at, seq, principal);
    const { sha256, bytes } = await this.measured(kept);
    if (sha256 !== kept.sha256) throw new PackNotReproducible(kept.sha256, sha256);
    return { sha256, bytes, content: () => zipOf(this.filesIn(kept)) };
  }

  /** After a sign-off. What cannot be kept then is kept when somebody asks for it first. */
  async keepSoon(at: FilingPath, seq: number, principal: Principal): Promise<void> {
    await this.kept(at, seq, principal).catch((error: unknown) => {
      this.log.warn({ err: error }, 'signed pack not kept yet');
    });
  }

  private async kept(at: FilingPath, seq: number, principal: Principal): Promise<KeptPack> {
    const { context } = await this.filings.find(at.id, at.filingId, principal);
    const signed = signedOff(at, seq, await this.events(at.id), context);
    const kept = (await this.repository.find(at.id, seq)) ?? (await this.keep(signed));
    const listed = packHashIn(JSON.parse(kept.manifest) as Manifest);
    if (listed !== signed.pack.packHash) throw new PackNotReproducible(signed.pack.packHash, listed);
    return kept;
  }

  private get repository(): PackRepository {
    return new PackRepository(this.dataSource.manager);
  }

  /** Somebody else may be faster, under another version of the product: theirs is the pack then. */
  private async keep(signed: SignedOff): Promise<KeptPack> {
    const pieces = await piecesOf(signed);
    const { licenseId } = signed.state;
    return this.repository.keep({ licenseId, seq: signed.pack.seq, ...pieces, ...(await this.measured(pieces)) });
  }

  private async events(licenseId: string): Promise<RecordedEvent[]> {
    return (await this.ledger.events(licenseId)).map(recorded);
  }

  /**
   * Writes the archive to nowhere: its size and hash, and that every document is there and is the one signed for.
   * @throws PackErased, PackDocumentsUnreadable
   */
  private async measured(pieces: Measured): Promise<Pick<KeptPack, 'sha256' | 'bytes'>> {
    const hash = createHash('sha256');
    const faults: Faults = { unreadable: [], erased: [] };
    let bytes = 0;
    for await (const chunk of zipOf(this.filesIn(pieces, faults))) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    mustBeWhole(faults, pieces);
    return { sha256: hash.digest('hex'), bytes };
  }

  /** @param faults takes what cannot be read, so that all of it is told at once; without it the first one is thrown */
  private *filesIn({ manifest, cover }: Pieces, faults?: Faults): Generator<ArchivedFile> {
    yield { path: manifestPath, content: () => Buffer.from(manifest, 'utf8') };
    yield { path: coverPath, content: () => cover };
    for (const file of (JSON.parse(manifest) as Manifest).files)
      yield { path: file.path, content: () => this.document(file, faults) };
  }

  private async document(file: ManifestFile, faults?: Faults): Promise<Buffer> {
    const { materialId, path, sha256 } = file;
    try {
      return await this.documents.read(file);
    } catch (error) {
      if (faults && error instanceof FileErased)
        faults.erased.push({ materialId, path, sha256, erasedAt: error.erasedAt });
      else if (faults && error instanceof DocumentUnreadable)
        faults.unreadable.push({ materialId, path, why: String(error.details.why) });
      else throw error;
      return Buffer.alloc(0);
    }
  }
}

interface Faults {
  unreadable: UnreadableDocument[];
  erased: ErasedDocument[];
}

/** What was erased comes first: nobody can bring it back. */
function mustBeWhole({ unreadable, erased }: Faults, { manifest, sha256 = null }: Measured): void {
  const packHash = packHashIn(JSON.parse(manifest) as Manifest);
  if (erased.length > 0) throw new PackErased(erased, { packHash, manifest, sha256 });
  if (unreadable.length > 0) throw new PackDocumentsUnreadable(unreadable);
}

type Pieces = Pick<KeptPack, 'manifest' | 'cover'>;
/** `sha256` of the archive, where it was kept before. */
type Measured = Pieces & { sha256?: string | null };

function signOffsOf(events: readonly RecordedEvent[], filingId: string): SignOff[] {
  return events.filter(
    (event): event is SignOff => event.type === 'pack-signed-off' && event.data.filingId === filingId,
  );
}

function lineOf({ seq, validOn, actor, data }: SignOff, next: SignOff | null, filing: Filing): PackLine {
  const handedIn = filing.rounds.filter(
    ({ submittedSeq }) => submittedSeq > seq && (next === null || submittedSeq < next.seq),
  );
  return {
    seq,
    packHash: data.packHash,
    signedOn: validOn,
    signedBy: actor.id,
    materials: data.materials.length,
    deferred: data.deferred,
    state: next ? 'superseded' : standsFor(filing, { ...data, seq }) ? 'standing' : 'outdated',
    rounds: handedIn.map(({ round }) => round),
  };
}

/** The license as it was at the sign-off, by the law that it pinned then. @throws PackNotFound, PackNotReproducible */
function signedOff(
  { id, filingId }: FilingPath,
  seq: number,
  events: readonly RecordedEvent[],
  now: SignedOff['context'],
): SignedOff {
  const signOffs = signOffsOf(events, filingId);
  const signOff = signOffs.find((each) => each.seq === seq);
  if (!signOff) {
    const known = signOffs.map((each) => each.seq);
    throw new PackNotFound(filingId, seq, known);
  }
  const before = events.filter((event) => event.seq <= seq);
  const state = fold(id, before);
  const filing = state?.filings[filingId];
  const found = filing ? packHash(filing) : 'nothing';
  if (!state || !filing?.pack || found !== signOff.data.packHash)
    throw new PackNotReproducible(signOff.data.packHash, found);
  const context = { ...now, law: lawOfLicense(state) };
  return { state, filing, pack: filing.pack, recordedAt: signOff.recordedAt, context };
}

async function piecesOf(signed: SignedOff): Promise<Pieces> {
  const files = filesOf(signed);
  const { bytes: cover } = await coverOf(coverSheetOf(signed, files));
  const coverSha256 = createHash('sha256').update(cover).digest('hex');
  return { manifest: canonicalize(manifestOf(signed, files, coverSha256)), cover };
}
