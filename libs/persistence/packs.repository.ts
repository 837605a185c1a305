import type { EntityManager } from 'typeorm';
import { PackEntity } from './entities/index.js';

export type KeptPack = Omit<PackEntity, 'storedAt'>;

/** Manifests and cover sheets of signed packs, as they were first put together. */
export class PackRepository {
  constructor(private readonly manager: EntityManager) {}

  find(licenseId: string, seq: number): Promise<KeptPack | null> {
    return this.manager.findOneBy(PackEntity, { licenseId, seq });
  }

  /** Keeps it, unless somebody was faster: whatever is kept then is the pack. */
  async keep(pack: KeptPack): Promise<KeptPack> {
    await this.manager.createQueryBuilder().insert().into(PackEntity).values(pack).orIgnore().execute();
    return (await this.find(pack.licenseId, pack.seq)) ?? pack;
  }
}
