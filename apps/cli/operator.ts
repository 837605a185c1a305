import { hostname, userInfo } from 'node:os';
import type { EntityManager } from 'typeorm';
import { shanghaiDay } from '../../libs/calendar/index.js';
import type { Actor } from '../../libs/domain/index.js';
import { ApiTokenRepository, type Cipher, PersonRepository } from '../../libs/persistence/index.js';
import { type CommandOption, UsageError } from './command.js';

/** Who works at the command line: proven by a token, or no more than said. */
export type OperatorSaid = { token: string } | { by: string };

/** The same as the record keeps it. */
export interface Operator {
  actor: Actor;
  /** Whom the operator says to be, where nothing proves it. */
  claimed: Extract<Actor, { kind: 'person' }> | null;
  /** The account of the operating system, on which machine. */
  account: string;
}

/** Of commands that do something on record. */
export const operatorOptions = {
  token: {
    type: 'string',
    placeholder: '<file>',
    describe: {
      zh: '存有本人访问令牌的文件：以其名义记录',
      en: 'file with your token: the record names whose it is',
    },
  },
  by: {
    type: 'string',
    placeholder: '<person>',
    describe: {
      zh: '没有令牌时：操作人的编号或邮箱；记录为“命令行操作人，自称是……”',
      en: 'without a token: your id or mail address here; the record says that somebody at the command line claims to be you',
    },
  },
} as const satisfies Record<string, CommandOption>;

/** @throws UsageError unless one of the two is given */
export function operatorSaid(
  command: string,
  { token, by }: Readonly<Record<string, string | boolean | undefined>>,
  readText: (path: string) => string,
): OperatorSaid {
  if (typeof token === 'string' && typeof by === 'string')
    throw new UsageError('invalid-option', `${command}: say --token or --by, not both`);
  if (typeof token === 'string') return { token: readText(token).trim() };
  if (typeof by === 'string' && by.trim() !== '') return { by: by.trim() };
  throw new UsageError(
    'missing-argument',
    `${command}: who does it? say --token <file>, or --by <your id or mail address here>`,
  );
}

/** @param now UTC instant. @throws UsageError `operator-unknown` */
export async function operatorOf(
  manager: EntityManager,
  cipher: Cipher,
  said: OperatorSaid,
  now: string,
): Promise<Operator> {
  const account = `${accountName()}@${hostname()}`;
  if ('by' in said) {
    const actor = { kind: 'system', id: 'operator' } as const;
    return { actor, claimed: { kind: 'person', id: await personNamed(manager, cipher, said.by) }, account };
  }
  const bearer = await new ApiTokenRepository(manager).presented(said.token, { now, today: shanghaiDay(now) });
  if (!bearer) throw new UsageError('operator-unknown', '--token is no token that holds today');
  return { actor: bearer.actor, claimed: null, account };
}

async function personNamed(manager: EntityManager, cipher: Cipher, named: string): Promise<string> {
  const asked = named.toLowerCase();
  const people = (await new PersonRepository(manager, cipher).list()).filter(({ active }) => active);
  const found = people.filter(({ id, mail }) => id === asked || mail.toLowerCase() === asked);
  const [person] = found;
  if (person && found.length === 1) return person.id;
  throw new UsageError(
    'operator-unknown',
    found.length > 1
      ? '--by: several people have this mail address: give the id of one'
      : '--by: nobody who acts here has this id or mail address',
  );
}

/** Whoever has no entry among the accounts, as in a container, is known by number. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
