import { Injectable } from '@nestjs/common';
import { requirementsOf } from '../../../libs/domain/decide/requirements.js';
import { type Filing, filingDayOf, NotFound, type Principal, type TextRef } from '../../../libs/domain/index.js';
import {
  draftOf,
  type FinishedPaper,
  type MissingField,
  missingFrom,
  type PaperFacts,
  type PortalForm,
  paperFactsOf,
  portalFormOf,
  type Wording,
  wordingFor,
} from '../../../libs/papers/index.js';
import type { Bilingual } from '../../../libs/rulebook/index.js';
import { isAllowed } from '../access/access-table.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { FilingsService } from '../filings/filings.service.js';
import type { LicenseAtHand } from '../runtime/license-reader.js';
import type { FilingPath } from '../schemas/fields.js';

export interface DraftLine {
  requirementId: string;
  title: Bilingual;
  wording: { title: string; version: number };
  missing: MissingField[];
}

export interface Draft extends FinishedPaper {
  title: string;
  missing: MissingField[];
}

type FilingAtHand = LicenseAtHand & { filing: Filing };

/** What the product writes for a filing by itself: drafts of letters and forms, and the portal's form, filled in. */
@Injectable()
export class FilingPapers {
  constructor(
    private readonly filings: FilingsService,
    private readonly texts: PrivateTexts,
  ) {}

  /** The requirements of the filing that are letters or forms. */
  async drafts({ id, filingId }: FilingPath, caller: Principal): Promise<DraftLine[]> {
    const found = await this.filings.find(id, filingId, caller);
    const facts = await this.factsOf(found, caller);
    return draftable(found).map(({ requirementId, title, wording }) => ({
      requirementId,
      title,
      wording: { title: wording.title, version: wording.version },
      missing: missingFrom(wording, facts),
    }));
  }

  /** @throws NotFound `draft-not-available` */
  async draft({ id, filingId }: FilingPath, requirementId: string, caller: Principal): Promise<Draft> {
    const found = await this.filings.find(id, filingId, caller);
    const lines = draftable(found);
    const line = lines.find((each) => each.requirementId === requirementId);
    if (!line) {
      throw new NotFound('draft-not-available', `the filing needs no letter or form ${requirementId}`, {
        pointer: '/requirementId',
        available: lines.map((each) => each.requirementId),
        remedy: 'Name one of those that are available; certificates, contracts and plans are not drafted.',
      });
    }
    const { state, context } = found;
    const facts = await this.factsOf(found, caller);
    const basis = `${state.simulated ? '模拟数据 · ' : ''}${state.pins.pack}`;
    const createdAt = `${context.today}T00:00:00.000Z`;
    const paper = await draftOf({ wording: line.wording, facts, createdAt, basis });
    return { ...paper, title: line.wording.title, missing: missingFrom(line.wording, facts) };
  }

  async portalForm({ id, filingId }: FilingPath, caller: Principal): Promise<PortalForm & { kind: Filing['kind'] }> {
    const found = await this.filings.find(id, filingId, caller);
    return { kind: found.filing.kind, ...portalFormOf(found.filing.kind, await this.factsOf(found, caller)) };
  }

  private async factsOf({ state, filing, context }: FilingAtHand, caller: Principal): Promise<PaperFacts> {
    const mayRead = isAllowed('read-private-text', caller);
    const name = (value: string | TextRef | null): Promise<string | null> => this.nameOf(value, mayRead);
    const shareholders: (string | null)[] = [];
    for (const shareholder of state.company.shareholders) shareholders.push(await name(shareholder.name));
    const legalRepresentative = await name(state.company.legalRepresentative);
    return paperFactsOf(state, filing, context.law.pack, { legalRepresentative, shareholders });
  }

  private async nameOf(value: string | TextRef | null, mayRead: boolean): Promise<string | null> {
    if (value === null || typeof value === 'string') return value;
    if (!mayRead) return null;
    return (await this.texts.reveal<TextRef & { text?: string | null }>(value)).text ?? null;
  }
}

function draftable({
  state,
  filing,
  context,
}: FilingAtHand): { requirementId: string; title: Bilingual; wording: Wording }[] {
  return requirementsOf(state, filing, filingDayOf(filing, context.today), context).flatMap(({ id, title }) => {
    const wording = wordingFor(id);
    return wording ? [{ requirementId: id, title, wording }] : [];
  });
}
