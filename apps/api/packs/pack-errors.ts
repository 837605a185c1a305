import { Conflict, NotFound, Unavailable } from '../../../libs/domain/index.js';

export class PackNotFound extends NotFound {
  constructor(filingId: string, seq: number, known: readonly number[]) {
    super('pack-not-found', `entry ${seq} signed off no pack of ${filingId}`, {
      pointer: '/seq',
      known,
      remedy: 'Look at GET /licenses/:id/filings/:filingId/packs for the packs that were signed off.',
    });
  }
}

export interface UnreadableDocument {
  materialId: string;
  path: string;
  why: string;
}

/** Rather none than half a pack: all that is missing or altered, at once. */
export class PackDocumentsUnreadable extends Unavailable {
  constructor(documents: readonly UnreadableDocument[]) {
    super('pack-documents-unreadable', `${documents.length} of the pack's documents are missing or altered`, {
      documents,
      remedy: 'Restore the file store from its backup.',
    });
  }
}

/** What a pack is without, for good. */
export interface ErasedDocument {
  materialId: string;
  path: string;
  sha256: string;
  erasedAt: string;
}

/** Of what it held something was erased. What was signed for can be shown all the same: every hash of it stays. */
export class PackErased extends Conflict {
  constructor(erased: readonly ErasedDocument[], pack: { packHash: string; manifest: string; sha256: string | null }) {
    super('pack-erased', `${erased.length} of the pack's documents were erased: it is not put together any more`, {
      erased,
      packHash: pack.packHash,
      manifest: JSON.parse(pack.manifest),
      archiveSha256: pack.sha256,
      remedy: 'The manifest names every document by its hash; read the others one by one.',
    });
  }
}

/** The archive would not be the one that was put together before. */
export class PackNotReproducible extends Unavailable {
  constructor(kept: string, found: string) {
    super('pack-not-reproducible', 'the archive comes out other than it was', {
      kept,
      found,
      remedy: 'Report it: manifest, cover sheet and documents are kept, so nothing is lost.',
    });
  }
}
