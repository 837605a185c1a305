import type { EntityManager } from 'typeorm';
import { RestingLogEntity } from './entities/index.js';

/** Logs of checkpoints by their names that came back with a backup: what was signed after it is not known here. */
export class RestingLogRepository {
  constructor(private readonly manager: EntityManager) {}

  of(origin: string): Promise<RestingLogEntity | null> {
    return this.manager.findOneBy(RestingLogEntity, { origin });
  }

  /** Nothing later was signed: it goes on. */
  async wake(origin: string): Promise<void> {
    await this.manager.delete(RestingLogEntity, { origin });
  }

  /** Somebody has a later checkpoint of it: it never goes on. */
  async outlived(origin: string): Promise<void> {
    await this.manager.update(RestingLogEntity, { origin }, { outlived: true });
  }
}
