import { createHash } from 'node:crypto';
import type { Envelope } from '../../../libs/ledger/index.js';

export const licenseId = '0b24c0de-0000-5000-8000-000000000001';
export const companyId = '0b24c0de-0000-5000-8000-0000000000c1';
export const license = `license/${licenseId}`;
export const delivery = `delivery/${licenseId}`;
export const company = `company/${companyId}`;
/** Sealed with them, and in no bundle. */
export const other = 'license/0b24c0de-0000-5000-8000-000000000002';

export const pack = 'cn-vats-current@2';
export const calendar = 'cn-2026.2';
export const renewal = 'renewal:7';
/** Until when the permit is valid, and so the date of its renewal. */
export const lastDay = '2028-03-14';
const date = '2027-12-15';
const keyOf = (person: string): string => `${licenseId}/${renewal}/S-30/${person}/mail`;
const [key, otherKey] = [keyOf('person-1'), keyOf('person-2')];

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Bytes of documents, by the hash that the entries name. */
export const documents = ['%PDF-1.7 a business license', '%PDF-1.7 a lease', '%PDF-1.7 a scan of the permit'].map(
  (text) => ({ text, sha256: digest(text) }),
);
const [first, second, scan] = documents as [Document, Document, Document];
interface Document {
  text: string;
  sha256: string;
}

const filingId = 'filing-1';
const materials = [
  ['business-license', 'material-1', 1, first.sha256],
  ['lease', 'material-2', 1, second.sha256],
];
const packHash = digest(JSON.stringify(materials));

const material = (at: number, { text, sha256 }: Document) => ({
  filingId,
  requirementId: materials[at]?.[0],
  materialId: materials[at]?.[1],
  version: 1,
  sha256,
  bytes: text.length,
  mediaType: 'application/pdf',
  issuedOn: null,
});

/** By type, in order. Only what a verifier looks into is as the product writes it. */
const told: Record<string, [type: string, data: unknown][]> = {
  [license]: [
    ['license-opened', { companyId, companySeq: 2, pins: { pack, calendar } }],
    ['people-assigned', { owner: 'person-1', words: 'é "q" \\ \u2028 𠮷 \t', amount: 1_000_000 }],
    ['material-supplied', material(0, first)],
    ['material-supplied', material(1, second)],
    [
      'pack-signed-off',
      {
        filingId,
        packHash,
        materials: materials.map(([requirementId, materialId, version, sha256]) => ({
          requirementId,
          materialId,
          version,
          sha256,
        })),
      },
    ],
    ['filing-submitted', { filingId, round: 1, packHash }],
    ['permit-issued', { filingId, number: 'B2-20261234' }],
    [
      'scan-attached',
      { scanId: 'scan-1', entry: 7, sha256: scan.sha256, bytes: scan.text.length, mediaType: 'image/png' },
    ],
    [
      'notice-due',
      { obligationId: renewal, kind: 'renewal', rung: 'S-30', date, to: [{ role: 'owner', person: 'person-1' }] },
    ],
    ['people-assigned', { owner: 'person-2' }],
  ],
  [delivery]: [
    ['delivery-sending', { key, attempt: 1 }],
    ['delivery-sent', { key, attempt: 1, answer: '250 2.0.0 Ok' }],
    ['delivery-sending', { key: otherKey, attempt: 1 }],
    ['delivery-uncertain', { key: otherKey, attempt: 1 }],
    ['delivery-sent', { key: otherKey, attempt: 2 }],
  ],
  [company]: [
    ['company-registered', { name: null }],
    ['facts-recorded', { capital: 10_000_000, ratio: 0.25 }],
    ['facts-recorded', { capital: 20_000_000 }],
  ],
  [other]: [
    ['license-opened', { companyId, companySeq: 2, pins: { pack, calendar } }],
    ['people-assigned', { owner: 'person-3' }],
    ['people-assigned', { owner: 'person-4' }],
  ],
};

/** Day and hour in November of each: before the first checkpoint that is over it, and after the one before that. */
const recorded: Record<string, string[]> = {
  [license]: ['21T00', '21T00', '21T00', '22T00', '22T00', '23T00', '24T00', '24T00', '26T06', '26T06'],
  [delivery]: ['22T00', '22T00', '24T00', '24T00', '26T06'],
  [company]: ['21T00', '21T00', '23T00'],
  [other]: ['22T00', '22T00', '24T00'],
};

/** Envelopes of all streams. */
export function entriesOf(): Record<string, Envelope[]> {
  return Object.fromEntries(
    Object.entries(told).map(([stream, entries]) => [
      stream,
      entries.map(
        ([type, data], at): Envelope => ({
          stream,
          seq: at + 1,
          recordedAt: `2026-11-${recorded[stream]?.[at]}:00:0${at}.000Z`,
          storedAt: `2026-11-${recorded[stream]?.[at]}:00:0${at}.001Z`,
          validOn: `2026-11-${recorded[stream]?.[at]?.slice(0, 2)}`,
          actor: { kind: 'person', id: 'person-1' },
          commandId: `command-${at + 1}`,
          type,
          v: 1,
          data,
        }),
      ),
    ]),
  );
}
