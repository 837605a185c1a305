export const taskQueues = { licenses: 'licenses', notices: 'notices' } as const;

export const workflowTypes = { license: 'license', fanOut: 'fanOut' } as const;

/** Workflow id of a license. */
export const licenseWorkflowId = (licenseId: string): string => `license/${licenseId}`;

export const fanOutWorkflowId = (eventId: string): string => `fan-out/${eventId}`;

/** Search attributes: keywords without personal data. */
export const searchAttributeNames = { status: 'PaizhaoStatus', needsAttention: 'PaizhaoNeedsAttention' } as const;
