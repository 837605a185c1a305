import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { LicenseStatus } from '../../libs/domain/index.js';

/** What a list can ask of a license; written straight into its view, for lists look at nothing else. */
export interface SampleLine {
  licenseId: string;
  companyId: string;
  companyName: string;
  /** Of the company; two lines of one company have the same. */
  uscc: string;
  serviceTypes: string[];
  authority: string;
  status: LicenseStatus;
  owner: string;
  deputy: string;
  manager: string;
  permitNumber: string | null;
  nextDate: string | null;
  safeDay: string | null;
  needsAttention: boolean;
  ended: boolean;
}

export const aLine = (line: Partial<SampleLine> = {}): SampleLine => ({
  licenseId: randomUUID(),
  companyId: randomUUID(),
  companyName: '样例通信有限公司 (sample data)',
  uscc: randomUUID().slice(0, 18),
  serviceTypes: ['B24'],
  authority: 'sh',
  status: 'valid',
  owner: randomUUID(),
  deputy: randomUUID(),
  manager: randomUUID(),
  permitNumber: null,
  nextDate: null,
  safeDay: null,
  needsAttention: false,
  ended: false,
  ...line,
});

export async function insertLines(source: DataSource, lines: readonly SampleLine[]): Promise<void> {
  await source.query(
    `insert into paizhao.companies (id, seq, name, uscc, facts, recorded_at)
     select distinct on (l."companyId") l."companyId", 1, l."companyName", l.uscc, '{}'::jsonb, clock_timestamp()
       from jsonb_to_recordset($1) as l("companyId" uuid, "companyName" text, uscc text) on conflict do nothing`,
    [JSON.stringify(lines)],
  );
  await source.query(
    `insert into paizhao.license_view
       (license_id, seq, company_id, company_name, service_types, coverage, authority, office, status, status_on, owner,
        deputy, manager, filings, permit_number, next_obligation, next_date, safe_day, needs_attention, attention,
        simulated, ended, opened_on, recorded_at)
     select "licenseId", 1, "companyId", "companyName", "serviceTypes", 'nationwide', authority, authority, status,
            '2026-11-20', owner, deputy, manager, '[]', "permitNumber", 'renewal:1', "nextDate", "safeDay",
            "needsAttention", '[]', false, ended, '2026-11-20', clock_timestamp()
       from jsonb_to_recordset($1) as l("licenseId" uuid, "companyId" uuid, "companyName" text, "serviceTypes" text[],
            authority text, status text, owner text, deputy text, manager text, "permitNumber" text, "nextDate" date,
            "safeDay" date, "needsAttention" boolean, ended boolean)`,
    [JSON.stringify(lines)],
  );
}
