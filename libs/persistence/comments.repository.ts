import type { EntityManager } from 'typeorm';
import { type CommentAbout, CommentEntity } from './entities/index.js';

export interface CommentFilter {
  licenseId: string;
  about?: CommentAbout;
  aboutId?: string;
}

/** Where a page ended: time of storage (UTC) and id of its last comment. */
export interface CommentPlace {
  storedAt: string;
  id: string;
}

/** That somebody wrote something about a license; what, is among the private texts. */
export class CommentRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(comment: Omit<CommentEntity, 'withdrawnAt' | 'storedAt'>): Promise<void> {
    await this.manager.insert(CommentEntity, comment);
  }

  find(licenseId: string, id: string): Promise<CommentEntity | null> {
    return this.manager.findOneBy(CommentEntity, { licenseId, id });
  }

  /** `now`: the license's time. */
  async withdraw(id: string, now: string): Promise<void> {
    await this.manager.update(CommentEntity, { id }, { withdrawnAt: now });
  }

  /** The oldest first. */
  page(filter: CommentFilter, after: CommentPlace | null, limit: number): Promise<CommentEntity[]> {
    const query = this.manager
      .createQueryBuilder(CommentEntity, 'c')
      .where('c.licenseId = :licenseId', filter)
      .orderBy('c.storedAt')
      .addOrderBy('c.id')
      .limit(limit);
    if (filter.about) query.andWhere('c.about = :about', filter);
    if (filter.aboutId) query.andWhere('c.aboutId = :aboutId', filter);
    if (after) query.andWhere('(c.storedAt, c.id) > (:storedAt::timestamptz, :id::uuid)', after);
    return query.getMany();
  }
}
