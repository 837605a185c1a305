import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { commandLookup } from '../../apps/api/compose.js';
import { shanghaiDay } from '../../libs/calendar/index.js';
import { createGateway } from '../../libs/gateway/index.js';
import { type Cipher, CommandRepository } from '../../libs/persistence/index.js';
import type { Part } from './part.js';
import type { Portfolio } from './portfolio.js';

/** Commands that stand in PostgreSQL already, by the gateway in this process. */
export function gatewayPart(client: Client, dataSource: DataSource, cipher: Cipher, portfolio: Portfolio): Part {
  const gateway = createGateway({ client, commandLookup: commandLookup(dataSource) });
  const actor = { kind: 'person', id: portfolio.officerId } as const;
  const principal = `person:${portfolio.officerId}`;

  async function stored(index: number, validOn: string): Promise<{ licenseId: string; commandId: string }> {
    const { licenseId, people } = portfolio.next(index);
    const commandId = randomUUID();
    const fingerprint = cipher.fingerprint({ act: 'assign-people', people });
    const body = { type: 'assign-people', validOn, data: { people } };
    const command = { id: commandId, subjectId: licenseId, principal, actor, fingerprint, body };
    await new CommandRepository(dataSource.manager).store(command);
    return { licenseId, commandId };
  }

  return {
    name: 'gateway',
    async prepare(count) {
      const today = shanghaiDay(new Date().toISOString());
      const commands = await Promise.all(Array.from({ length: count }, (_, index) => stored(index, today)));
      return async (index) => {
        const { licenseId, commandId } = commands[index] ?? { licenseId: '', commandId: '' };
        const { outcome } = await gateway.execute(licenseId, commandId);
        if (outcome !== 'appended') throw new Error(`command ${index} of the gateway: ${outcome}`);
      };
    },
  };
}
