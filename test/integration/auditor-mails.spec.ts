import { randomUUID } from 'node:crypto';
import { type MailCatcher, startMailCatcher } from '../../apps/standalone/mail-catcher.js';
import { type CaughtMail, parsed } from '../../apps/standalone/mail-store.js';
import { readCheckpoint, readNote } from '../../libs/checkpoints/index.js';
import type { Role } from '../../libs/domain/index.js';
import { checkpointLetter, createSmtpCarrier, type MailCarrier, renderPlainMime } from '../../libs/notices/index.js';
import {
  AccessGrantRepository,
  type Act,
  CheckpointMailRepository,
  CheckpointRepository,
  Cipher,
  type Grant,
  PersonRepository,
  SilenceRepository,
} from '../../libs/persistence/index.js';
import { type AuditorMailDeps, mailAuditors } from '../../libs/sealing/index.js';
import { someone } from '../support/advance-world.js';
import { aStream, firstKey, SealingWorld } from '../support/sealing-world.js';

jest.setTimeout(60_000);

const cipher = new Cipher(Buffer.alloc(32, 3));
/** Ten in the morning in Shanghai. */
const morning = Date.parse('2026-11-20T02:00:00.000Z');
const dayMs = 24 * 3_600_000;

let world: SealingWorld;
let mail: MailCatcher;
let carrier: MailCarrier;
let at: number;

beforeEach(async () => {
  [world, mail] = await Promise.all([SealingWorld.create(), startMailCatcher()]);
  carrier = createSmtpCarrier(mail.smtpUrl);
  at = morning;
});
afterEach(async () => {
  carrier.close();
  await mail.stop();
  await world.close();
});

const anAct = (): Act => ({
  actor: someone,
  commandId: randomUUID(),
  now: new Date(morning).toISOString(),
  validOn: '2026-11-20',
});

type Limited = Partial<Pick<Grant, 'scope' | 'period' | 'lastDay'>>;

async function aPerson(address: string, roles: readonly Role[], limited: Limited = {}): Promise<string> {
  const person = { id: randomUUID(), name: '样例', mail: address, language: 'zh' } as const;
  await world.source.transaction(async (manager) => {
    await new PersonRepository(manager, cipher).add(person, anAct());
    const grant = { roles, scope: null, period: null, lastDay: null, ...limited };
    await new AccessGrantRepository(manager).change(person.id, grant, anAct());
  });
  return person.id;
}

const missing = async (due: number): Promise<unknown[]> => {
  const { manager } = world.source;
  const { found } = await new SilenceRepository(manager).unsentCheckpoints('2026-11-20', new Date(due).toISOString());
  return found;
};

const letter: AuditorMailDeps['render'] = (frame, content) => renderPlainMime(frame, checkpointLetter(content));

const round = (render = letter): Promise<void> =>
  mailAuditors({
    mails: new CheckpointMailRepository(world.source.manager, cipher),
    checkpoints: new CheckpointRepository(world.source.manager),
    carrier,
    render,
    mailFrom: 'Paizhao <paizhao@example.com>',
    log: { error: () => undefined },
    clock: () => at,
  });

const received = (): string[] =>
  mail.store
    .all()
    .flatMap(({ to }) => to)
    .sort();

describe('the newest checkpoint', () => {
  it('goes to the auditors of the day, and to nobody else, once', async () => {
    await aPerson('auditor@example.com', ['auditor']);
    await aPerson('officer@example.com', ['officer', 'admin']);
    await aPerson('gone@example.com', ['auditor'], { lastDay: '2026-11-19' });
    await world.sealed([aStream()]);
    await round();
    await round();
    expect(received()).toEqual(['auditor@example.com']);
  });

  it('goes to every auditor whose account has not ended, and is missed until then, whatever the limits', async () => {
    const due = Date.now() + 60_000;
    const over = { from: '2025-01-01', until: '2025-12-31' };
    const limits: Record<string, Limited> = {
      over: { period: over },
      'over-and-ending': { period: over, lastDay: '2026-11-20' },
      ahead: { period: { from: '2027-01-01', until: null } },
      'one-license': { scope: { companies: [], licenses: [randomUUID()] } },
    };
    const ids: string[] = [];
    for (const [name, limited] of Object.entries(limits))
      ids.push(await aPerson(`${name}@example.com`, ['auditor'], limited));
    await aPerson('gone@example.com', ['auditor'], { period: over, lastDay: '2026-11-19' });
    await world.sealed([aStream()]);
    expect(await missing(due)).toEqual(
      ids.sort().map((subject) => ({ subject, details: { day: '2026-11-20', attempts: 0 } })),
    );
    await round();
    expect(received()).toEqual(
      Object.keys(limits)
        .map((name) => `${name}@example.com`)
        .sort(),
    );
    expect(await missing(due)).toEqual([]);
  });

  it('is not kept from the others by somebody who was erased, and whose row an old copy brought back', async () => {
    const gone = await aPerson('gone@example.com', ['auditor']);
    await aPerson('auditor@example.com', ['auditor']);
    await world.source.query('delete from paizhao.own_keys where id = $1', [gone]);
    await world.sealed([aStream()]);
    await round();
    expect(received()).toEqual(['auditor@example.com']);
  });

  it('arrives as it was signed, so that a verifier takes it from the mail', async () => {
    await aPerson('auditor@example.com', ['auditor']);
    await world.sealed([aStream()]);
    await round();
    const [message] = mail.store.all();
    const { text = '', subject = '' } = await parsed(message as CaughtMail);
    const note = text.slice(text.indexOf('paizhao/'), text.indexOf('== 签名')).trimEnd();
    const known = readCheckpoint(readNote(`${note}\n`).text);
    expect(await world.found({ known: [known], trusted: firstKey.as('x').fingerprint })).toEqual([]);
    expect(text).toContain(firstKey.as('x').fingerprint);
    expect(subject).toContain('2026-11-20');
  });

  it('goes again the next day only where there is a newer one', async () => {
    await aPerson('auditor@example.com', ['auditor']);
    await world.sealed([aStream()]);
    await round();
    at += dayMs;
    await round();
    expect(received()).toHaveLength(1);
    await world.sealed([aStream()]);
    await round();
    expect(received()).toHaveLength(2);
  });
});

describe('a checkpoint that may have been mailed', () => {
  const milestones = async (): Promise<number[]> =>
    (await new CheckpointRepository(world.source.manager).milestones()).map(({ number }) => number);
  /** Checkpoint 1 is in every bundle, and so is the newest. */
  const sealMore = () => world.sealed([aStream()]);

  it('is the one that is in the mail, where the mail could not be made before', async () => {
    await aPerson('auditor@example.com', ['auditor']);
    await sealMore();
    await sealMore();
    await round(async () => Promise.reject(new Error('cut off')));
    await sealMore();
    await round();
    expect((await parsed(mail.store.all().at(-1) as CaughtMail)).subject).toContain('第 3 号');
    await sealMore();
    expect(await milestones()).toEqual([1, 3, 4]);
  });

  it('is in every bundle, whatever became of its mail', async () => {
    await aPerson('auditor@example.com', ['auditor']);
    await sealMore();
    await sealMore();
    mail.misbehave({ kind: 'drop-before-answer' }, 1);
    await round();
    expect(received()).toEqual(['auditor@example.com']);
    mail.misbehave({ kind: 'refuse-recipient', code: 550 });
    at += 60_000;
    await round();
    expect(await world.source.query('select state from paizhao.checkpoint_mails')).toEqual([{ state: 'failed' }]);
    await sealMore();
    expect(await milestones()).toEqual([1, 2, 3]);
  });
});

describe('a mailbox that does not take it', () => {
  /** The checkpoint is of now, by the database's clock, and the mails are due after it. */
  let due: number;
  beforeEach(() => {
    due = Date.now() + 60_000;
  });

  const attempts = async (): Promise<number> => {
    const [row] = (await world.source.query('select sum(attempts)::integer as sum from paizhao.checkpoint_mails')) as {
      sum: number;
    }[];
    return row?.sum ?? 0;
  };

  it('keeps nobody else waiting, is tried at longer and longer times, and is alarmed about', async () => {
    const people = [await aPerson('one@example.com', ['auditor']), await aPerson('two@example.com', ['auditor'])];
    await world.sealed([aStream()]);
    expect(await missing(due)).toHaveLength(2);
    mail.misbehave({ kind: 'refuse-recipient', code: 450 }, 1);
    await round();
    expect(received()).toHaveLength(1);
    expect(await missing(due)).toEqual([{ subject: people.sort()[0], details: { day: '2026-11-20', attempts: 1 } }]);
    mail.misbehave({ kind: 'refuse-recipient', code: 450 });
    const tries: number[] = [];
    for (let second = 1; second <= 75; second += 1) {
      at += 1_000;
      const before = await attempts();
      await round();
      if ((await attempts()) > before) tries.push(second);
    }
    expect(tries).toEqual([10, 30, 70]);
    mail.behave();
    at += 3_600_000;
    await round();
    expect(received()).toEqual(['one@example.com', 'two@example.com']);
    expect(await missing(due)).toEqual([]);
  });

  it('is not missed where nothing was sealed by the time at which it was due', async () => {
    await world.sealed([aStream()]);
    await aPerson('auditor@example.com', ['auditor']);
    expect(await missing(morning - 1)).toEqual([]);
    expect(await missing(due)).toHaveLength(1);
  });
});
