import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { shanghaiDay } from '../../libs/calendar/index.js';
import { commandLookupIn, createGateway } from '../../libs/gateway/index.js';
import { type Cipher, CommandRepository } from '../../libs/persistence/index.js';
import type { Part } from './part.js';
import type { Portfolio } from './portfolio.js';

/** Commands that stand in PostgreSQL already, by the gateway in this process. */
export function gatewayPart(client: Client, dataSource: DataSource, cipher: Cipher, portfolio: Portfolio): Part {
  const commands = new CommandRepository(dataSource.manager);
  const gateway = createGateway({ client, commandLookup: commandLookupIn(commands) });
  const actor = { kind: 'person', id: portfolio.officerId } as const;
  const principal = `person:${portfolio.officerId}`;

  async function stored(index: number, validOn: string): Promise<{ licenseId: string; commandId: string }> {
    const { licenseId, people } = portfolio.next(index);
    const commandId = randomUUID();
    const fingerprint = cipher.fingerprint({ act: 'assign-people', people });
    const body = { type: 'assign-people', validOn, data: { people } };
    await commands.store({ id: commandId, subjectId: licenseId, principal, actor, fingerprint, body });
    return { licenseId, commandId };
  }

  return {
    name: 'gateway',
    async prepare(count) {
      const today = shanghaiDay(new Date().toISOString());
      const asked = await Promise.all(Array.from({ length: count }, (_, index) => stored(index, today)));
      return async (index) => {
        const { licenseId, commandId } = asked[index] ?? { licenseId: '', commandId: '' };
        const { outcome } = await gateway.execute(licenseId, commandId);
        if (outcome !== 'appended') throw new Error(`command ${index} of the gateway: ${outcome}`);
      };
    },
  };
}
