import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  DomainError,
  decide,
  type LicenseCommandData,
  type LicenseEvent,
  type PermitFinding,
  type Principal,
  permitFindings,
  type TextRef,
} from '../../../libs/domain/index.js';
import { mustBeNewNumber } from '../licenses/permit-numbers.js';
import { FilingsService } from './filings.service.js';

type Entry = LicenseCommandData['record-permit'];

/** As the core lists several faults. */
interface Refusal {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}

/** Texts of a question are neither kept nor shown. */
const unkept: TextRef = { ref: 'preview', commitment: '00'.repeat(32) };

/** What entering a permit would come to. */
@Injectable()
export class PermitPreviews {
  constructor(
    private readonly filings: FilingsService,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws LicenseNotFound, NotFound `filing-not-found` */
  async of(
    licenseId: string,
    caller: Principal,
    entry: (text: (value: string) => Promise<TextRef>) => Promise<Entry>,
  ): Promise<object> {
    const data = await entry(async () => unkept);
    const { filingId, permit, issuedOn } = data;
    const { state, filing, context } = await this.filings.find(licenseId, filingId, caller);
    const findings = asFarAsKnown(() => permitFindings(state, filing, data, context.law));
    // A day that lies ahead is refused as the day of issue, which is what the caller gave.
    const validOn = issuedOn < context.today ? issuedOn : context.today;
    const { events, refusals } = outcome(() => decide(state, { type: 'record-permit', validOn, data }, context));
    const taken = await mustBeNewNumber(this.dataSource.manager, state, permit.number, caller.scopes).then(
      () => [],
      refusalsOf,
    );
    const all = [...taken, ...refusals];
    return { licenseId, filingId, findings, refusals: all, events: all.length === 0 ? events : [] };
  }
}

/** Days that the law does not reach are refused below: nothing is to be found beside that. */
function asFarAsKnown(find: () => PermitFinding[]): PermitFinding[] {
  try {
    return find();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'kind' in error) return [];
    throw error;
  }
}

function outcome(judge: () => LicenseEvent[]): { events: string[]; refusals: Refusal[] } {
  try {
    return { events: judge().map(({ type }) => type), refusals: [] };
  } catch (error) {
    return { events: [], refusals: refusalsOf(error) };
  }
}

function refusalsOf(error: unknown): Refusal[] {
  if (!(error instanceof DomainError)) throw error;
  const { code, message, details } = error;
  const alone = { pointer: details.pointer ?? '', code, message, remedy: details.remedy ?? '' };
  return (details.errors as Refusal[] | undefined) ?? [alone];
}
