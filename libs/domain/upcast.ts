import { type LicenseEventType, type RecordedEvent, versionOf } from './events.js';

/** Data as an older release wrote it. */
type Written = Record<string, unknown>;

const served =
  (day: string) =>
  (data: Written): Written => ({ servedOn: data[day], returnPaper: null, ...data });

/**
 * For each event that has grown, how its data of one version becomes those of the next. What an old entry did not say
 * gets the value that it had by itself then, so that an old ledger folds to what it always meant.
 */
const upcasters: { [T in LicenseEventType]?: Record<number, (data: Written) => Written> } = {
  'filing-opened': {
    1: (data) => ({ serviceTypes: null, ...data }),
    2: (data) => data,
  },
  'material-supplied': { 1: (data) => ({ sealed: null, copyOf: null, ...data }) },
  'filing-not-accepted': { 1: (data) => ({ servedOn: data.decidedOn, ...data }) },
  'filing-granted': { 1: (data) => ({ servedOn: data.grantedOn, refusedTypes: [], ...data }) },
  'renewal-deemed': { 1: (data) => ({ serviceTypes: null, ...data }) },
  'permit-revoked': { 1: served('on') },
  'permit-set-aside': { 1: (data) => ({ byFraud: false, ...served('on')(data) }) },
  'permit-withdrawn': { 1: served('on') },
  'permit-cancelled': { 1: (data) => ({ returnPaper: null, ...data }) },
  'company-flag-listed': { 1: (data) => ({ companySeq: null, ...data }) },
  'company-flag-cleared': { 1: (data) => ({ companySeq: null, ...data }) },
  'notice-due': { 1: (data) => ({ grounds: null, ...data }) },
  'expert-review-started': { 1: (data) => data },
  'notice-published': { 1: (data) => data },
  'report-returned': { 1: (data) => data },
  'suspension-lifted': { 1: (data) => data },
  // Once of fewer things; what they said then they say today.
  'entry-correction-proposed': { 1: (data) => data, 2: (data) => data, 3: (data) => data },
  'entry-corrected': { 1: (data) => data, 2: (data) => data, 3: (data) => data },
  // Once of texts alone.
  erased: { 1: (data) => data },
};

type Entry = Pick<RecordedEvent, 'type' | 'v' | 'data'>;

/** An entry in the version that this code writes; null for a version, newer or never written, that it cannot read. */
export function upcast<E extends Entry>(entry: E): E | null {
  const current = versionOf(entry.type);
  if (!Number.isInteger(entry.v) || entry.v < 1 || entry.v > current) return null;
  const steps = Object.hasOwn(upcasters, entry.type) ? upcasters[entry.type] : undefined;
  let data = entry.data as unknown as Written;
  for (let v: number = entry.v; v < current; v++) {
    const step = steps?.[v];
    if (!step) return null;
    data = step(data);
  }
  return entry.v === current ? entry : ({ ...entry, v: current, data } as unknown as E);
}
