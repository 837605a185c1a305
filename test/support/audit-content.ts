import type {
  AuditContent,
  AuditedDeadline,
  AuditedDelivery,
  AuditedDocument,
  AuditedEntry,
  AuditedState,
} from '../../libs/audit-report/index.js';
import { deliveryInWords } from '../../libs/history/index.js';
import {
  annualReport,
  completeness,
  type Deadline,
  explain,
  renewalWindow,
  validityDeadline,
} from '../../libs/rulebook/index.js';
import { law } from './law.js';

const licenseId = '1d6cb2a2-3a0e-4a3b-9a55-0f0f4d3c2b11';
const companyId = '7a1f4c6e-52d4-4a52-8f5b-6f0e7b0a9c22';
export const auditedPeople = {
  owner: '0b9e2f4c-8a1d-4d5e-9c3b-1a2b3c4d5e01',
  deputy: '0b9e2f4c-8a1d-4d5e-9c3b-1a2b3c4d5e02',
  manager: '0b9e2f4c-8a1d-4d5e-9c3b-1a2b3c4d5e03',
};
const owner = { kind: 'person', id: auditedPeople.owner } as const;
const tick = { kind: 'system', id: 'tick' } as const;

/** Looks like a hash, and is another one for another number. */
export const aHash = (number: number): string =>
  (number * 2_654_435_761).toString(16).padStart(16, '0').repeat(4).slice(0, 64);

const explained = (subject: string, duty: 'company' | 'authority', deadline: Deadline) =>
  explain(law, { subject, duty, about: { zh: '按期办理', en: 'act in time' } }, deadline);

export const anEntry = (seq: number, more: Partial<AuditedEntry> = {}): AuditedEntry => ({
  seq,
  type: 'report-filed',
  validOn: '2026-03-12',
  recordedAt: '2026-03-12T02:15:07.120Z',
  actor: owner,
  words: { zh: '2026-03-12 年报 filing-2 完成', en: 'Report filing-2 was filed on 2026-03-12' },
  daysLate: 0,
  recordedInPeriod: true,
  reason: null,
  correctedBy: [],
  ...more,
});

export const aDeadline = (more: Partial<AuditedDeadline> = {}): AuditedDeadline => ({
  obligationId: 'annual-report:6:2026',
  kind: 'annual-report',
  duty: 'company',
  filingId: null,
  period: '2026',
  openedOn: '2026-01-01',
  openedSeq: 6,
  about: { zh: '报送 2026 年年报', en: 'file the report of 2026' },
  dates: [
    {
      since: { seq: 6, day: '2026-01-01' },
      explanation: explained('annual-report:6:2026', 'company', annualReport(law, 2026)),
    },
  ],
  ended: {
    how: 'done',
    on: '2026-03-12',
    by: { seq: 12, type: 'report-filed', recordedAt: '2026-03-12T02:15:07.120Z', actor: owner },
    daysLate: 0,
    bySilence: null,
  },
  ...more,
});

export const aDelivery = (more: Partial<AuditedDelivery> = {}): AuditedDelivery => ({
  key: `${licenseId}/annual-report:6:2026/S-30/${auditedPeople.owner}/mail`,
  obligationId: 'annual-report:6:2026',
  rung: 'S-30',
  channel: 'mail',
  to: { person: auditedPeople.owner },
  role: 'owner',
  due: { seq: 8, day: '2026-02-27' },
  events: [
    {
      seq: 1,
      type: 'delivery-attempted',
      words: deliveryInWords('delivery-attempted'),
      at: '2026-02-27T01:03:10.000Z',
      attempt: 1,
      code: null,
    },
    {
      seq: 2,
      type: 'delivery-sent',
      words: deliveryInWords('delivery-sent'),
      at: '2026-02-27T01:03:11.500Z',
      attempt: 1,
      code: '250',
    },
  ],
  state: 'sent',
  acknowledged: { seq: 9, by: owner, at: '2026-02-27T02:00:00.000Z' },
  ...more,
});

export const aDocument = (number: number, more: Partial<AuditedDocument> = {}): AuditedDocument => ({
  id: `material-${number}`,
  kind: 'material',
  filingId: 'filing-1',
  about: 'business-license',
  version: 1,
  sha256: aHash(number),
  bytes: 48_213 + number,
  mediaType: 'application/pdf',
  issuedOn: '2025-11-20',
  recordedOn: '2025-11-28',
  entries: [3, 5],
  file: null,
  erased: false,
  ...more,
});

const aState = (on: string, more: Partial<AuditedState> = {}): AuditedState => ({
  on,
  status: 'valid',
  permit: {
    number: '沪B2-20260118',
    status: 'valid',
    grantedOn: '2025-12-20',
    validFrom: '2025-12-22',
    lastDay: '2030-12-21',
    printedLastDay: '2030-12-21',
    validity: explain(
      law,
      { subject: 'validity', duty: 'company', about: { zh: '有效期', en: 'validity' } },
      validityDeadline(law, '2025-12-22'),
    ),
    provisional: false,
    services: [{ serviceType: 'B24', status: 'opened', openedOn: '2026-01-15' }],
  },
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  authority: 'sh',
  office: 'sh',
  people: auditedPeople,
  filings: [{ id: 'filing-1', kind: 'new', status: 'issued', openedOn: '2025-11-25' }],
  pins: { pack: law.pack.id, calendar: law.calendar.id },
  ...more,
});

/** A small year of a license in Shanghai, with something in each part of the report. */
export function anAuditContent(more: Partial<AuditContent> = {}): AuditContent {
  const report = aDeadline();
  return {
    licenseId,
    companyId,
    company: { name: '上海申通呼叫科技有限公司', uscc: '91310115MA1K4BTX0Q' },
    simulated: false,
    asked: { from: '2026-01-01', to: '2026-12-31' },
    period: { from: '2026-01-01', to: '2026-12-31' },
    createdAt: '2027-02-03T06:30:00.000Z',
    release: '0.5.0',
    first: aState('2026-01-01', { status: 'granted', permit: null }),
    last: aState('2026-12-31'),
    deadlines: [
      report,
      aDeadline({
        obligationId: 'acceptance:20',
        kind: 'acceptance',
        duty: 'authority',
        filingId: 'filing-3',
        period: null,
        openedOn: '2026-09-26',
        openedSeq: 20,
        about: { zh: '等待受理决定', en: 'wait for the decision on acceptance' },
        dates: [
          {
            since: { seq: 20, day: '2026-09-26' },
            explanation: explained('acceptance:20', 'authority', completeness(law, '2026-09-26')),
          },
        ],
        ended: {
          how: 'done',
          on: '2026-10-12',
          by: { seq: 22, type: 'filing-accepted', recordedAt: '2026-10-13T01:00:00.000Z', actor: owner },
          daysLate: 1,
          bySilence: null,
        },
      }),
      aDeadline({
        obligationId: 'renewal:5:2030',
        kind: 'renewal',
        period: null,
        about: { zh: '申请续期', en: 'ask for renewal' },
        dates: [
          {
            since: { seq: 6, day: '2026-01-01' },
            explanation: explained('renewal:5', 'company', renewalWindow(law, '2030-12-20')),
          },
          {
            since: { seq: 14, day: '2026-04-02' },
            explanation: explained('renewal:5', 'company', renewalWindow(law, '2030-12-21')),
          },
        ],
        ended: null,
      }),
    ],
    history: [
      anEntry(6, {
        type: 'permit-issued',
        validOn: '2025-12-22',
        recordedAt: '2026-01-04T03:20:00.000Z',
        words: { zh: '2025-12-22 颁发许可证 沪B2-20260118', en: 'Permit 沪B2-20260118 was issued on 2025-12-22' },
        daysLate: 13,
        correctedBy: [14],
      }),
      anEntry(8, {
        type: 'notice-due',
        validOn: '2026-02-27',
        recordedAt: '2026-02-27T01:03:09.000Z',
        actor: tick,
        words: {
          zh: '提醒到期：2026年年报，安全日前30天；收件人：负责人',
          en: 'Notice due: annual report 2026, 30 days before the safe day; to the owner',
        },
      }),
      anEntry(12),
      anEntry(14, {
        type: 'entry-corrected',
        validOn: '2026-04-02',
        recordedAt: '2026-04-02T08:00:00.000Z',
        actor: { kind: 'person', id: auditedPeople.manager },
        words: {
          zh: '经第二人同意更正第6条记录，证载有效期届满日：2030-12-20 → 2030-12-21',
          en: 'Entry 6 was corrected by two persons: printed last day of the term from 2030-12-20 to 2030-12-21',
        },
        reason: 'reason-1',
      }),
      anEntry(30, {
        type: 'of-a-later-release',
        words: null,
        validOn: '2026-12-30',
        recordedInPeriod: false,
        recordedAt: '2027-01-04T01:00:00.000Z',
        daysLate: 5,
      }),
    ],
    deliveries: [
      aDelivery(),
      aDelivery({
        key: `${licenseId}/annual-report:6:2026/S-30/robot-1/wecom`,
        channel: 'wecom',
        to: { robot: 'robot-1' },
        role: null,
        state: 'bounced',
        events: [
          {
            seq: 3,
            type: 'delivery-attempted',
            words: deliveryInWords('delivery-attempted'),
            at: '2026-02-27T01:03:12.000Z',
            attempt: 1,
            code: null,
          },
          {
            seq: 4,
            type: 'delivery-bounced',
            words: deliveryInWords('delivery-bounced'),
            at: '2026-02-27T01:04:12.000Z',
            attempt: 1,
            code: '550 5.1.1',
          },
        ],
        acknowledged: null,
      }),
    ],
    documents: [
      aDocument(1),
      aDocument(2, { about: 'shareholder-structure', version: 2, issuedOn: null, file: `files/${aHash(2)}.pdf` }),
      aDocument(3, { kind: 'scan', about: 'permit-issued', version: null, entries: [7] }),
    ],
    law: {
      packs: [
        {
          id: law.pack.id,
          file: `law/packs/${law.pack.id}.json`,
          sha256: aHash(11),
          pinnedBy: [{ seq: 1, day: '2025-11-25' }],
        },
      ],
      calendars: [
        { id: law.calendar.id, file: `law/calendars/${law.calendar.id}.json`, sha256: aHash(12), pinnedBy: [] },
      ],
      readings: [
        {
          ruleId: 'limit.correction',
          reading: 'as-printed',
          scope: 'authority',
          houseSeq: 12,
          settled: {
            proposedBy: owner,
            confirmedBy: { kind: 'person', id: auditedPeople.manager },
            on: '2026-02-01',
          },
        },
      ],
      rules: report.dates.flatMap(({ explanation: { readings, pack } }) =>
        readings.flatMap(({ rule }) =>
          rule === null ? [] : [{ ...rule, pack: pack ?? '', article: rule.citation.article, source: rule.source }],
        ),
      ),
    },
    proof: {
      checkpoint: {
        number: 412,
        size: 98_213,
        root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
        origin: 'paizhao/7ef10c0d8ae7a3ed9af3d6ca03b3cf1d',
        sealedAt: '2027-02-03T06:29:12.000Z',
        fingerprint: '7ef10c0d8ae7a3ed9af3d6ca03b3cf1d5b1f2a0c4e6d8899aabbccddeeff0011',
      },
      continues: null,
      checkpoints: 398,
      streams: [
        { stream: `license/${licenseId}`, file: 'streams/1.jsonl', entries: 31, head: aHash(21), unanchored: 1 },
        { stream: `delivery/${licenseId}`, file: 'streams/2.jsonl', entries: 4, head: aHash(22), unanchored: 0 },
        { stream: `company/${companyId}`, file: 'streams/3.jsonl', entries: 3, head: aHash(23), unanchored: 0 },
      ],
    },
    files: [
      { name: 'streams/1.jsonl', sha256: aHash(31), bytes: 30_412 },
      { name: 'proofs.json', sha256: aHash(32), bytes: 412_000 },
      { name: 'documents.json', sha256: aHash(33), bytes: 2_044 },
    ],
    people: {},
    texts: {},
    ...more,
  };
}
