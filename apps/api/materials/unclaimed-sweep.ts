import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { DocumentStore } from '../../../libs/documents/index.js';
import { Cipher, PrivateTextRepository, StoredFileRepository } from '../../../libs/persistence/index.js';
import { DOCUMENTS, LOG } from '../runtime/runtime.js';
import { StoredDocuments } from './stored-documents.js';

const hourMs = 3_600_000;
const keptHours = 24;
/** So many in a row say that the store is away: it is asked again with the next sweep. */
const mostFailures = 3;

/**
 * Takes away what was stored for a command that never came about: commands without an answer, their texts and files,
 * and uploads that broke off, each after a day; and what the store still has of files that were erased. Several API processes may sweep at once.
 */
@Injectable()
export class UnclaimedSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly stored: StoredDocuments,
    @Inject(DOCUMENTS) private readonly documents: DocumentStore,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweep().catch((error: unknown) => this.log.error({ err: error }, 'sweep failed'));
    }, hourMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async sweep(
    olderThanHours = keptHours,
  ): Promise<{ commands: number; texts: number; files: number; partial: number; erased: number }> {
    const { commands, texts } = await this.dataSource.transaction(async (manager) => {
      // First the commands: one that is gone can no longer come to need its texts and files.
      const removed = (await manager.query(
        `with gone as (
           delete from paizhao.commands c
            where reply is null and stored_at < clock_timestamp() - make_interval(hours => $1)
              and not exists (select from paizhao.fan_out f where f.command_id = c.id) returning 1)
         select count(*)::integer as count from gone`,
        [olderThanHours],
      )) as { count: number }[];
      return {
        commands: removed[0]?.count ?? 0,
        texts: await new PrivateTextRepository(manager, this.cipher).sweepUnclaimed(olderThanHours),
      };
    });
    const register = new StoredFileRepository(this.dataSource.manager);
    // Before the files: what was registered is theirs, and what never was is none of them.
    const arrived = await this.each(await register.neverArrived(olderThanHours), async (key) => {
      await this.documents.remove(key);
      await register.forgetArriving(key);
      return true;
    });
    const files = await this.each(await register.unclaimed(olderThanHours), (id) =>
      this.dataSource.transaction((manager) =>
        new StoredFileRepository(manager).forgetUnclaimed(id, (key) => this.documents.remove(key)),
      ),
    );
    const partial = arrived + (await this.documents.sweepPartial(olderThanHours * hourMs));
    const erased = await this.stored.takeAwayErased();
    const swept = { commands, texts, files, partial, erased };
    if (commands + texts + files + partial + erased > 0) this.log.info(swept, 'swept what nothing refers to');
    return swept;
  }

  /** What cannot be removed now stays noted for the next sweep. Answers how many `take` said it took. */
  private async each(ids: readonly string[], take: (id: string) => Promise<boolean>): Promise<number> {
    let [taken, failedInARow] = [0, 0];
    for (const id of ids) {
      if (failedInARow === mostFailures) break;
      try {
        if (await take(id)) taken++;
        failedInARow = 0;
      } catch (error) {
        failedInARow++;
        this.log.error({ err: error }, 'a file could not be swept');
      }
    }
    return taken;
  }
}
