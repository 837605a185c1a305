import type { EntityManager } from 'typeorm';
import { mustBeAt, NotFound } from '../domain/errors.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import type { Cipher } from './cipher.js';
import { ChatRobotEntity, type RobotKind } from './entities/index.js';

/** Which notices a robot tells; null for all. */
export interface RobotFilter {
  licenseIds: string[] | null;
  companyIds: string[] | null;
  authorities: string[] | null;
  urgentOnly: boolean;
}

export interface RobotToRegister extends RobotFilter {
  id: string;
  kind: RobotKind;
  name: string;
  language: 'zh' | 'en';
  url: string;
  secret: string | null;
}

export type RobotChange = Partial<Omit<RobotToRegister, 'id' | 'kind'>>;

/** A robot without its address, which is as good as a password. */
export type Robot = Omit<ChatRobotEntity, 'url' | 'secret'> & { signs: boolean };

/** The registry of chat robots. Every change is an entry of the house's stream, without URL and secret. */
export class RobotRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  async list(): Promise<Robot[]> {
    return (await this.manager.find(ChatRobotEntity, { order: { storedAt: 'ASC', id: 'ASC' } })).map(shown);
  }

  /** @throws NotFound `robot-not-found` */
  async find(id: string): Promise<Robot> {
    const row = await this.manager.findOneBy(ChatRobotEntity, { id });
    if (!row) throw robotNotFound(id);
    return shown(row);
  }

  async address(id: string): Promise<{ url: string; secret: string | null }> {
    const { url, secret } = await this.manager.findOneByOrFail(ChatRobotEntity, { id });
    return {
      url: this.cipher.openText(place(id, 'url'), url),
      secret: secret && this.cipher.openText(place(id, 'secret'), secret),
    };
  }

  /** Call within a transaction, as everything below. */
  async register({ id, url, secret, ...plain }: RobotToRegister, act: Act): Promise<void> {
    await this.note(act, 'robot-registered', { robotId: id, ...plain, signs: secret !== null });
    await this.manager.insert(ChatRobotEntity, { id, ...plain, ...this.sealed(id, { url, secret }) });
  }

  /** @throws VersionStale where it is not at the expected version; null for whichever there is */
  async change(id: string, { url, secret, ...plain }: RobotChange, expected: number | null, act: Act): Promise<void> {
    const { version } = await this.lock(id);
    mustBeAt(version, expected);
    const changed = { ...plain, ...this.sealed(id, { url, secret }), version: version + 1 };
    await this.manager.update(ChatRobotEntity, { id }, changed);
    const addressChanged = url !== undefined || secret !== undefined;
    await this.note(act, 'robot-changed', { robotId: id, ...plain, addressChanged });
  }

  async enable(id: string, act: Act): Promise<void> {
    const { state, version } = await this.lock(id);
    if (state === 'enabled') return;
    await this.manager.update(ChatRobotEntity, { id }, { state: 'enabled', disabledWhy: null, version: version + 1 });
    await this.note(act, 'robot-enabled', { robotId: id });
  }

  /**
   * By hand is the last word, and ends the alarm about one that was refused. False where nothing changed. What waits
   * for it is suppressed by whoever disables it.
   */
  async disable(id: string, why: 'by-hand' | 'refused', act: Act): Promise<boolean> {
    const { state, disabledWhy, version } = await this.lock(id);
    if (state === 'disabled' && (disabledWhy === 'by-hand' || why !== 'by-hand')) return false;
    const disabled = { state: 'disabled', disabledWhy: why, version: version + 1 } as const;
    await this.manager.update(ChatRobotEntity, { id }, disabled);
    await this.note(act, 'robot-disabled', { robotId: id, why });
    return true;
  }

  /** Before its messages, always. */
  async lock(id: string): Promise<ChatRobotEntity> {
    const row = await this.manager.findOne(ChatRobotEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!row) throw robotNotFound(id);
    return row;
  }

  private sealed(id: string, { url, secret }: { url?: string; secret?: string | null }) {
    return {
      ...(url === undefined ? {} : { url: this.cipher.sealText(place(id, 'url'), url) }),
      ...(secret === undefined ? {} : { secret: secret && this.cipher.sealText(place(id, 'secret'), secret) }),
    } as { url: Buffer; secret: Buffer | null };
  }

  private async note({ actor, commandId, now, validOn }: Act, type: string, data: object): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    await append(this.manager, houseStream, head, now, [{ type, v: 1, validOn, actor, commandId, data }]);
  }
}

function shown({ url: _, secret, ...row }: ChatRobotEntity): Robot {
  return { ...row, signs: secret !== null };
}

const place = (id: string, column: 'url' | 'secret'): string => `robot-${column}:${id}`;

const robotNotFound = (id: string): NotFound =>
  new NotFound('robot-not-found', 'there is no such robot', { id, remedy: 'Look at GET /robots for the ids.' });
