import type { EntityManager } from 'typeorm';
import { SignOfLifeEntity } from './entities/index.js';

/** When processes and rounds of the watch last said that they are well. Instants are UTC, by the caller's clock. */
export class SignOfLifeRepository {
  constructor(private readonly manager: EntityManager) {}

  async give(name: string, now: string): Promise<void> {
    await this.manager.query(
      `insert into paizhao.signs_of_life (name, seen_at) values ($1, $2)
       on conflict (name) do update set seen_at = greatest(signs_of_life.seen_at, excluded.seen_at)`,
      [name, now],
    );
  }

  /** Null where it was never given. */
  async last(name: string): Promise<string | null> {
    return (await this.manager.findOneBy(SignOfLifeEntity, { name }))?.seenAt ?? null;
  }
}
