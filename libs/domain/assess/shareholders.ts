import type { Facts } from '../../rulebook/index.js';
import type { Shareholder } from '../company.js';
import type { Complaints } from './complaints.js';
import { shown } from './values.js';

/** A shareholder as an assessment asks for it. */
export type AssessedShareholder = Pick<Shareholder, 'kind' | 'percent' | 'foreign'> & {
  name?: Shareholder['name'];
  /** Where a foreign shareholder comes from; left out: unknown. */
  origin?: (typeof originWords)[number] | null;
  onDishonestList?: boolean | null;
};

export const shareholderKinds = ['natural-person', 'company', 'listed-company', 'state'] as const;
export const originWords = ['hong-kong', 'macau', 'other'] as const;
export const shareholderFields = ['kind', 'name', 'percent', 'foreign', 'origin', 'onDishonestList'] as const;

/**
 * Reads the shareholders, and compares them with the foreign share of the whole.
 * @param foreignShare null where it could not be read
 */
export function shareholdersAt(errors: Complaints, input: unknown, foreignShare: number | null): AssessedShareholder[] {
  const shareholders = errors.list('/company/shareholders', input).map((item, i) => shareholderAt(errors, item, i));
  const sound = shareholders.every(({ percent }) => percent > 0);
  if (shareholders.length > 0 && sound) {
    checkTotal(errors, shareholders);
    if (foreignShare !== null) checkForeignShare(errors, shareholders, foreignShare);
  }
  return shareholders;
}

function shareholderAt(errors: Complaints, item: unknown, i: number): AssessedShareholder {
  const pointer = `/company/shareholders/${i}`;
  const holder = errors.object(pointer, item, shareholderFields);
  if (!shareholderKinds.includes(holder.kind as Shareholder['kind'])) {
    errors.add(
      `${pointer}/kind`,
      'unknown-shareholder-kind',
      `No shareholder is of kind ${shown(holder.kind)}.`,
      `Use one of: ${shareholderKinds.join(', ')}.`,
    );
  }
  const foreign = errors.optionalBoolean(`${pointer}/foreign`, holder.foreign) ?? false;
  const origin = errors.choice(`${pointer}/origin`, holder.origin, originWords);
  if (origin !== null && !foreign) {
    errors.add(
      `${pointer}/origin`,
      'contradiction',
      'Only a foreign shareholder has an origin.',
      'Set foreign to true, for Hong Kong and Macau too, or leave the origin out.',
    );
  }
  return {
    kind: holder.kind as Shareholder['kind'],
    percent: percentAt(errors, `${pointer}/percent`, holder.percent),
    foreign,
    origin,
    onDishonestList: errors.optionalBoolean(`${pointer}/onDishonestList`, holder.onDishonestList),
  };
}

/** Above 0; 0 after a complaint. */
function percentAt(errors: Complaints, pointer: string, input: unknown): number {
  if (input === 0)
    errors.add(
      pointer,
      'out-of-range',
      'A shareholder without a share is none.',
      'Leave the row out or give its share.',
    );
  return errors.number(pointer, input, 0, 100, 'Give the share in percent, above 0 up to 100.');
}

/** Registers round shares to four places; a tenth of a percent is more than any rounding. */
export const shareRounding = 0.1;

function checkTotal(errors: Complaints, shareholders: AssessedShareholder[]): void {
  const total = sumOf(shareholders);
  if (Math.abs(total - 100) > shareRounding) {
    errors.add(
      '/company/shareholders',
      'shares-do-not-add-up',
      `The shares add up to ${+total.toFixed(4)} percent.`,
      'Give all shareholders; their shares make 100 percent.',
    );
  }
}

function checkForeignShare(errors: Complaints, shareholders: AssessedShareholder[], foreignShare: number): void {
  const foreign = sumOf(shareholders.filter((holder) => holder.foreign));
  const through = sumOf(shareholders.filter((holder) => !holder.foreign && mayBeForeignBehind(holder)));
  if (foreign - foreignShare > shareRounding) {
    errors.add(
      '/company/foreignShare',
      'foreign-share-too-low',
      `Foreign shareholders alone hold ${+foreign.toFixed(4)} percent.`,
      'Give at least their share, and what is held through others besides.',
    );
  } else if (foreignShare - foreign - through > shareRounding) {
    errors.add(
      '/company/foreignShare',
      'foreign-share-too-high',
      `By the shareholders it is ${+(foreign + through).toFixed(4)} percent at most.`,
      'Mark the foreign shareholders, or give a lower foreign share.',
    );
  }
}

const sumOf = (holders: { percent: number }[]): number => holders.reduce((total, { percent }) => total + percent, 0);

/** Foreign capital may stand behind a company, but not behind a person or the state. */
const mayBeForeignBehind = ({ kind }: AssessedShareholder): boolean => kind === 'company' || kind === 'listed-company';

/** What rules may ask about the shareholders, besides their kinds. */
export function factsOfShareholders(shareholders: readonly AssessedShareholder[]): Partial<Facts> {
  const origins = shareholders.flatMap(({ origin }) => origin ?? []);
  const listed = shareholders.filter(({ onDishonestList }) => onDishonestList === true);
  const shares = listed.map(({ percent }) => percent);
  const largest = Math.max(0, ...shareholders.map(({ percent }) => percent));
  return {
    investorOrigins: origins.length > 0 ? [...new Set(origins)] : null,
    largestHolderOnDishonestList: listed.length > 0 ? shares.includes(largest) : null,
    dishonestHolderShare: listed.length > 0 ? Math.max(...shares) : null,
  };
}
