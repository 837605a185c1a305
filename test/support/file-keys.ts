import type { FileKeys } from '../../libs/documents/index.js';

/** Keys of files in memory. */
export class FileKeysAtHand implements FileKeys {
  readonly kept = new Map<string, Buffer>();

  async find(id: string): Promise<Buffer | 'none'> {
    return this.kept.get(id) ?? 'none';
  }

  async keep(id: string, key: Buffer): Promise<void> {
    if (!this.kept.has(id)) this.kept.set(id, key);
  }

  async destroy(id: string): Promise<void> {
    this.kept.delete(id);
  }
}
