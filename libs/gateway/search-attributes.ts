import type { Connection } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { searchAttributeNames } from '../contracts/index.js';

const keyword = 2; // temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD

/** Makes the search attributes known to the server; doing it again is fine. Without them no license can start. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const searchAttributes = Object.fromEntries(Object.values(searchAttributeNames).map((name) => [name, keyword]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}

/** What a license shows before it has asked its ledger. */
export const firstSearchAttributes = () => [
  { key: defineSearchAttributeKey(searchAttributeNames.status, SearchAttributeType.KEYWORD), value: 'starting' },
  { key: defineSearchAttributeKey(searchAttributeNames.needsAttention, SearchAttributeType.KEYWORD), value: 'no' },
];

export const firstMemo = (licenseId: string) => ({ title: `License ${licenseId}` });
