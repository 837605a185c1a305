/** Why a log cannot go on: the database was set back to an older state, or nobody has the key any more. */
export const continuationCauses = ['restored', 'key-lost'] as const;
export type ContinuationCause = (typeof continuationCauses)[number];

/** No log is begun in the place of another one; nothing was changed. */
export class ContinuationRefused extends Error {
  readonly kind = 'conflict';

  constructor(
    readonly code:
      | 'continuation-not-needed'
      | 'continuation-impossible'
      | 'continuation-other-cause'
      | 'sealing-elsewhere',
    message: string,
    readonly details: { remedy: string; causes?: readonly ContinuationCause[] },
  ) {
    super(message);
    this.name = 'ContinuationRefused';
  }
}

export const notNeeded = (): ContinuationRefused =>
  new ContinuationRefused('continuation-not-needed', 'the log of checkpoints can go on as it is', {
    remedy: 'See which alarm is open (docs/runbook.md), and give the keys that signed.',
  });

export const impossible = (why: string): ContinuationRefused =>
  new ContinuationRefused('continuation-impossible', `no new log is begun: ${why}`, {
    remedy: 'Run paizhao checkpoints verify; keep database and store as they are for whoever looks into it.',
  });

export const otherCause = (because: ContinuationCause, causes: readonly ContinuationCause[]): ContinuationRefused =>
  new ContinuationRefused('continuation-other-cause', `"${because}" is not why the log cannot go on`, {
    causes,
    remedy: `Give --because ${causes.join(' or ')}.`,
  });

export const elsewhere = (): ContinuationRefused =>
  new ContinuationRefused('sealing-elsewhere', 'another process seals at this moment', {
    remedy: 'Try again in some seconds.',
  });
