import type { AuditContent, AuditedFile } from '../audit-report/content.js';
import { deliveryStream, licenseStream } from '../ledger/streams.js';
import type { BundledDocument } from './bytes.js';
import type { BundleWish, Gathered } from './gather.js';
import { toldLaw } from './law.js';

/** All that a bundle is written from. */
export interface Parts {
  wish: BundleWish;
  gathered: Gathered;
  documents: BundledDocument[];
}

/** As `deadlines.json` has it. */
export function deadlinesOf({ deadlines, law }: Gathered) {
  const versions = (files: Gathered['law']['packs']) => files.map(({ pinnedBy: _, ...file }) => file);
  return {
    law: { packs: versions(law.packs), calendars: versions(law.calendars) },
    obligations: deadlines.map(({ obligationId: id, dates: _, about: __, ended, ...duty }) => ({
      id,
      ...duty,
      ended: ended && { how: ended.how, on: ended.on, by: ended.by && { seq: ended.by.seq, type: ended.by.type } },
    })),
    explanations: deadlines.flatMap(({ obligationId, dates }) =>
      dates.map((date) => ({ obligation: obligationId, ...date })),
    ),
  };
}

/** As `deliveries.json` has it. */
export function messagesOf(licenseId: string, { deliveries }: Pick<Gathered, 'deliveries'>) {
  const [own, sent] = [licenseStream(licenseId), deliveryStream(licenseId)];
  return deliveries.map(({ due, events, acknowledged, ...message }) => ({
    ...message,
    due: due && { stream: own, seq: due.seq },
    events: events.map(({ words: _, ...event }) => ({ stream: sent, ...event })),
    acknowledged: acknowledged && { stream: own, ...acknowledged },
  }));
}

/** What the reports tell. */
export function contentOf({ wish, gathered, documents }: Parts, files: AuditedFile[]): AuditContent {
  const { licenseId, createdAt, release, from, to } = wish;
  const { companyId, company, simulated, days, first, last, deadlines, history, deliveries, people, texts } = gathered;
  return {
    licenseId,
    companyId,
    company: { name: company.name, uscc: company.uscc },
    simulated,
    asked: { from, to },
    period: days,
    createdAt,
    release,
    first,
    last,
    deadlines,
    history,
    deliveries,
    documents: documents.map(({ inPeriod: _, storageKey: __, omitted: ___, named, ...document }) => ({
      ...document,
      entries: named.map(({ seq }) => seq),
    })),
    law: toldLaw(gathered.law, deadlines, gathered.readings),
    proof: gathered.proof,
    files,
    people,
    texts,
  };
}
