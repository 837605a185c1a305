import type { CommandRepository } from '../persistence/index.js';
import type { CommandLookup } from './gateway.js';

/** The answer that was kept with a command, for a gateway that lost the workflow's. */
export function commandLookupIn(commands: Pick<CommandRepository, 'find'>): CommandLookup {
  return {
    async answerOf(commandId) {
      const command = await commands.find(commandId);
      return command?.reply && command.seq !== null ? { outcome: 'duplicate', seq: command.seq } : null;
    },
  };
}
