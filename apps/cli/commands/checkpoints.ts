/** `paizhao checkpoints key`: by which key the ledger's checkpoints are signed, as an auditor compares it. */
import { type Checkpoint, readCheckpoint, readNote, SigningKey } from '../../../libs/checkpoints/index.js';
import { demanded } from '../../../libs/config/demanded.js';
import type { Config } from '../../../libs/config/index.js';
import { type Command, UsageError } from '../command.js';
import { dataOption } from '../data-option.js';

/** A checkpoint as it stood in a mail, with whatever white space came around it. @throws NotACheckpoint */
/** @param saved as a mail program of any system wrote it: with a mark before it, or carriage returns */
export const checkpointIn = (saved: string): Checkpoint => {
  const note = saved
    .replaceAll('\r\n', '\n')
    .replace(/^\ufeff/, '')
    .trim();
  return readCheckpoint(readNote(`${note}\n`).text);
};

export const checkpointsKey: Command = {
  describe: {
    zh: '显示签署检查点的公钥指纹，供审计员核对',
    en: 'the fingerprint of the key that signs the checkpoints, for auditors to compare',
  },
  positionals: [],
  options: { data: dataOption },
  examples: ['checkpoints key', 'checkpoints key --json'],
  async run({ options }, { language, installation }) {
    const config = await installation(typeof options.data === 'string' ? options.data : null);
    const { current, others } = fingerprintsOf(config);
    const word = { zh: '当前密钥', en: 'current key' }[language];
    const other = { zh: '其他密钥', en: 'other key' }[language];
    return {
      json: { fingerprint: current, others },
      lines: [`${word}: ${current}`, ...others.map((each) => `${other}: ${each}`)],
    };
  },
};

function fingerprintsOf({ checkpoints }: Config): { current: string; others: string[] } {
  const key = demanded(checkpoints.key, 'PAIZHAO_CHECKPOINT_KEY');
  const of = (seed: Buffer) => new SigningKey(seed).as('paizhao').fingerprint;
  return { current: of(key.reveal()), others: checkpoints.otherKeys.reveal().map(of) };
}

/** As `checkpoints key` shows it. @throws UsageError */
export function fingerprintFrom(text: string): string {
  const fingerprint = text.toLowerCase().replaceAll(/[:\s]/g, '');
  if (/^[0-9a-f]{64}$/.test(fingerprint)) return fingerprint;
  throw new UsageError('invalid-option', '--key takes the 64 hexadecimal digits that paizhao checkpoints key shows');
}
