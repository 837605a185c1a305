import type { CivilDate } from '../../calendar/index.js';
import { checkUscc, type Law } from '../../rulebook/index.js';
import type { CompanyFacts, Shareholder } from '../company.js';
import type { Complaints } from './complaints.js';
import { dateAt, moneyAt, provinceAt, shown } from './values.js';

/** What assess needs to know of a company: its facts, less names and identifiers that decide nothing. */
export type AssessedCompany = Omit<CompanyFacts, 'name' | 'uscc' | 'legalRepresentative' | 'shareholders'> & {
  name?: string;
  uscc?: string;
  shareholders: (Pick<Shareholder, 'kind' | 'percent' | 'foreign'> & { name?: Shareholder['name'] })[];
};

const shareholderKinds = ['natural-person', 'company', 'listed-company', 'state'];

/** Reads the company of a request. */
export function companyAt(law: Law, errors: Complaints, input: unknown, today: CivilDate | null): AssessedCompany {
  const company = errors.object('/company', input, [
    'name',
    'uscc',
    'province',
    'city',
    'freeTradeZone',
    'registeredCapital',
    'foreignShare',
    'establishedOn',
    'legalRepresentative',
    'shareholders',
    'onDishonestList',
    'recentPenalty',
  ]);
  const foreignShare = errors.number(
    '/company/foreignShare',
    company.foreignShare,
    0,
    100,
    'Give the foreign share in percent, 0 to 100.',
  );
  return {
    ...(typeof company.name === 'string' ? { name: company.name } : {}),
    ...usccAt(errors, company.uscc),
    province: provinceAt(law, errors, '/company/province', company.province),
    city: errors.optionalText('/company/city', company.city),
    freeTradeZone: errors.optionalBoolean('/company/freeTradeZone', company.freeTradeZone) ?? false,
    registeredCapital: capitalAt(errors, company.registeredCapital),
    foreignShare,
    establishedOn: establishedAt(errors, company.establishedOn, today),
    shareholders: shareholdersAt(errors, company.shareholders, foreignShare),
    onDishonestList: errors.optionalBoolean('/company/onDishonestList', company.onDishonestList) ?? false,
    recentPenalty: errors.optionalBoolean('/company/recentPenalty', company.recentPenalty) ?? false,
  };
}

function usccAt(errors: Complaints, input: unknown): { uscc?: string } {
  if (input === undefined || input === null || input === '') return {};
  const check = typeof input === 'string' ? checkUscc(input) : null;
  if (check?.valid) return { uscc: check.normalized };
  errors.add(
    '/company/uscc',
    'invalid-uscc',
    check?.message?.en ?? 'The credit code is not a text.',
    'Give the 18 characters of the business license.',
  );
  return {};
}

function capitalAt(errors: Complaints, input: unknown): number {
  return moneyAt(errors, '/company/registeredCapital', input, 'Give the registered capital in whole yuan, 0 or more.');
}

function establishedAt(errors: Complaints, input: unknown, today: CivilDate | null): CivilDate | null {
  if (input === undefined || input === null) return null;
  const date = dateAt(errors, '/company/establishedOn', input);
  if (date && today && date > today)
    errors.add(
      '/company/establishedOn',
      'date-in-future',
      'The company is founded after the day of the question.',
      'Give the founding day of the business license.',
    );
  return date;
}

function shareholdersAt(errors: Complaints, input: unknown, foreignShare: number): AssessedCompany['shareholders'] {
  const shareholders = errors.list('/company/shareholders', input).map((item, i) => {
    const pointer = `/company/shareholders/${i}`;
    const holder = errors.object(pointer, item, ['kind', 'name', 'percent', 'foreign']);
    if (!shareholderKinds.includes(holder.kind as string)) {
      errors.add(
        `${pointer}/kind`,
        'unknown-shareholder-kind',
        `No shareholder is of kind ${shown(holder.kind)}.`,
        `Use one of: ${shareholderKinds.join(', ')}.`,
      );
    }
    const percent = errors.number(
      `${pointer}/percent`,
      holder.percent,
      0,
      100,
      'Give the share in percent, above 0 up to 100.',
    );
    if (holder.percent === 0)
      errors.add(
        `${pointer}/percent`,
        'out-of-range',
        'A shareholder without a share is none.',
        'Leave the row out or give its share.',
      );
    return {
      kind: holder.kind as Shareholder['kind'],
      percent,
      foreign: errors.optionalBoolean(`${pointer}/foreign`, holder.foreign) ?? false,
    };
  });
  if (shareholders.length > 0) checkShares(errors, shareholders, foreignShare);
  return shareholders;
}

/** Registers round shares to four places; a tenth of a percent is more than any rounding. */
const rounding = 0.1;

function checkShares(
  errors: Complaints,
  shareholders: { percent: number; foreign: boolean }[],
  foreignShare: number,
): void {
  const sum = (holders: { percent: number }[]) => holders.reduce((total, { percent }) => total + percent, 0);
  const total = sum(shareholders);
  if (Math.abs(total - 100) > rounding) {
    errors.add(
      '/company/shareholders',
      'shares-do-not-add-up',
      `The shares add up to ${+total.toFixed(4)} percent.`,
      'Give all shareholders; their shares make 100 percent.',
    );
  }
  const foreign = sum(shareholders.filter((holder) => holder.foreign));
  if (foreign - foreignShare > rounding) {
    errors.add(
      '/company/foreignShare',
      'foreign-share-too-low',
      `Foreign shareholders alone hold ${+foreign.toFixed(4)} percent.`,
      'Give at least their share, and what is held through others besides.',
    );
  }
}
