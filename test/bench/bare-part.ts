import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { executeUpdate } from '../../libs/contracts/index.js';
import type { Part } from './part.js';

export const bareQueue = 'bench-bare';
export const bareWorkflow = 'bare';

/** Updates of as many bare workflows as there are licenses, by a plain Temporal client. */
export async function barePart(client: Client, workflows: number): Promise<Part> {
  const ids = Array.from({ length: workflows }, () => `bare/${randomUUID()}`);
  for (const workflowId of ids) await client.workflow.start(bareWorkflow, { workflowId, taskQueue: bareQueue });
  return {
    name: 'bare',
    async prepare() {
      return async (index) => {
        const workflow = client.workflow.getHandle(ids[index % workflows] ?? '');
        await workflow.executeUpdate(executeUpdate, { args: [randomUUID()] });
      };
    },
  };
}
