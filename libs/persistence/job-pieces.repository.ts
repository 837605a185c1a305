import type { EntityManager } from 'typeorm';
import type { Cipher } from './cipher.js';
import { type JobPart, JobPieceEntity } from './entities/index.js';
import { held } from './jobs.repository.js';

const pieceBytes = 262_144;

/** What jobs were given and have made, sealed piece by piece, so that none is in memory as a whole. */
export class JobPieceRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /**
   * Keeps what a job was given or has made, in place of what an earlier attempt left. @returns how many bytes
   * @param job with its token, where only whoever works on it may
   * @throws JobLost
   */
  async keep(
    { id: jobId, token }: { id: string; token?: string },
    part: JobPart,
    bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  ): Promise<number> {
    const own = '($2::uuid is null or exists (select from paizhao.jobs where id = $1 and claim_token = $2))';
    const asked = [jobId, token ?? null, part];
    await this.manager.query(`delete from paizhao.job_pieces where job_id = $1 and part = $3 and ${own}`, asked);
    let size = 0;
    let number = 0;
    for await (const piece of inPieces(bytes)) {
      await held(
        this.manager,
        jobId,
        `insert into paizhao.job_pieces (job_id, part, number, bytes) select $1, $3, $4, $5 where ${own} returning number`,
        [...asked, number, this.cipher.seal(place(jobId, part, number), piece)],
      );
      size += piece.length;
      number += 1;
    }
    return size;
  }

  /** Piece by piece, as they were kept; nothing where there are none (any more). */
  async *read(jobId: string, part: JobPart): AsyncGenerator<Buffer> {
    for (let number = 0; ; number += 1) {
      const piece = await this.manager.findOneBy(JobPieceEntity, { jobId, part, number });
      if (!piece) return;
      yield this.cipher.open(place(jobId, part, number), piece.bytes);
    }
  }

  async readWhole(jobId: string, part: JobPart): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.read(jobId, part)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}

const place = (jobId: string, part: JobPart, number: number): string => `job-${part}:${jobId}:${number}`;

async function* inPieces(bytes: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}
