/** `none`: it was destroyed, or never here. `sealed-elsewhere`: there is one, and no data key of ours opens it. */
export type FoundKey = Buffer | 'none' | 'sealed-elsewhere';

/**
 * The keys of files, apart from the files: once one is destroyed, its file opens from no copy, backups included, that does
 * not hold the key as well. By the ids under which the store keeps them.
 */
export interface FileKeys {
  find(id: string): Promise<FoundKey>;
  /** What is kept already stays. */
  keep(id: string, key: Buffer): Promise<void>;
  /** One that is not there is no error. */
  destroy(id: string): Promise<void>;
}

/** For whoever carries files from one place to another and opens none. */
export const noFileKeys: FileKeys = {
  find: async () => 'none',
  keep: async () => {
    throw new Error('No file is stored here: its key would be lost.');
  },
  destroy: async () => undefined,
};
