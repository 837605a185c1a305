export const taskQueues = { licenses: 'licenses', notices: 'notices' } as const;

export const workflowTypes = {
  license: 'license',
  fanOut: 'fanOut',
  digest: 'digest',
  heartbeat: 'heartbeat',
  bounce: 'bounce',
} as const;

/** House work: one Temporal Schedule of each per installation, under this id. */
export const scheduleIds = { digest: 'digest', heartbeat: 'heartbeat' } as const;

/** Workflow id of a license. */
export const licenseWorkflowId = (licenseId: string): string => `license/${licenseId}`;

/** The license behind a workflow id made by `licenseWorkflowId`. */
export const licenseIdOf = (workflowId: string): string => workflowId.slice('license/'.length);

export const fanOutWorkflowId = (eventId: string): string => `fan-out/${eventId}`;

export const bounceWorkflowId = (bounceId: string): string => `bounce/${bounceId}`;

/**
 * Search attributes: keywords without personal data, for an operator who looks into Temporal. The status is as old as
 * the run; lists for people come from PostgreSQL.
 */
export const searchAttributeNames = { status: 'PaizhaoStatus', needsAttention: 'PaizhaoNeedsAttention' } as const;
