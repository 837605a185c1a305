import { Conflict, InvalidInput } from '../domain/index.js';

/** The key does not open this backup, or the first bytes of the file are not those that were written. */
export class BackupKeyWrong extends InvalidInput {
  constructor() {
    super('backup-key-wrong', 'this key does not open this backup, or the first 80 bytes of the file were changed', {
      remedy: 'Give the key file that was given when the backup was made.',
    });
  }
}

export class NotABackup extends InvalidInput {
  constructor(reason: string) {
    super('not-a-backup', `the file is no backup of Paizhao: ${reason}`, {
      remedy: 'Give a file that "paizhao backup" wrote.',
    });
  }
}

/** Bytes are missing, changed, in another order or too many. Nothing of the part at fault was used. */
export class BackupDamaged extends InvalidInput {
  constructor(what: string, offset: number) {
    super('backup-damaged', `the backup ${what}, at byte ${offset} of the file or after it`, {
      offset,
      remedy: 'Take another copy of it, or an earlier backup.',
    });
  }
}

/** What opens is not what this program writes, or what it holds does not agree with itself. */
export class BackupContradictory extends InvalidInput {
  constructor(what: string) {
    super('backup-contradictory', `the backup does not agree with itself: ${what}`, {
      remedy: 'Take an earlier backup, and keep this one for whoever looks into it.',
    });
  }
}

export class BackupOfOtherRelease extends Conflict {
  constructor(release: string, ours: string) {
    super('backup-of-other-release', `the backup is of release ${release}, this is ${ours}`, {
      remedy: `Restore it with release ${release}, then upgrade as docs/upgrading.md says.`,
    });
  }
}

/** Without the keys that were made since, what was recorded since could never be read again. */
export class OwnKeysOlder extends Conflict {
  constructor(keysTakenAt: string, takenAt: string) {
    super('own-keys-older', `the own keys are of ${keysTakenAt}, the backup is of ${takenAt}`, {
      remedy: 'Give the newest file of own keys that there is (--own-keys).',
    });
  }
}
