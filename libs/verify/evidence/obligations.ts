import type { Manifest } from '../manifest.js';
import type { DutyEntries, DutyEntry } from './duty-entries.js';
import { kindsOfDuty } from './kinds.js';
import { covers, dayAt, differing, type Members, membersOf, numberOf, textOf } from './members.js';

interface Fault {
  field: string;
  what: string;
  /** An entry of the license. */
  seq?: number;
}

interface Around {
  entries: DutyEntries;
  manifest: Manifest;
  /** What explains its dates, the newest last. */
  explained: readonly Members[];
  /** The first of that id. */
  isFirst: boolean;
}

/** What entries show of a duty: what opened it and what ended it. */
export function obligationFindings(obligation: Members, around: Around): Fault[] {
  const { id, kind, duty, filingId, period, openedSeq } = obligation;
  const known = kindsOfDuty.get(textOf(kind));
  const ofYear = (period ?? null) === null ? '' : `:${textOf(period)}`;
  return [
    ...(id === `${textOf(kind)}:${textOf(openedSeq)}${ofYear}` ? [] : [{ field: 'id', what: 'it is of another duty' }]),
    ...(around.isFirst ? [] : [{ field: 'id', what: 'it is told twice' }]),
    ...(!known || known.duty === duty ? [] : [{ field: 'duty', what: 'such duties are somebody else’s' }]),
    ...(filingId === null || around.entries.hasFiling(filingId)
      ? []
      : [{ field: 'filingId', what: 'no entry names such a filing' }]),
    ...ofOpening(obligation, around.entries),
    ...ofEnd(obligation, around),
  ];
}

/** A duty is known from the day of the record of what opened it, or later; a renewal is decided on from its submission. */
function ofOpening({ kind, openedSeq, openedOn }: Members, entries: DutyEntries): Fault[] {
  const seq = numberOf(openedSeq);
  const opened = entries.at(seq);
  if (!opened) return [{ field: 'openedSeq', what: 'there is no such entry', seq }];
  const first = opened.validOn < opened.day ? opened.validOn : opened.day;
  if (kind === 'renewal-decision' || textOf(openedOn) >= first) return [];
  return [{ field: 'openedOn', what: 'what opened it came later', seq }];
}

function ofEnd({ id, openedOn, ended }: Members, { entries, manifest, explained }: Around): Fault[] {
  const waiver = entries.waivers.get(textOf(id));
  const waived = waiver && covers(manifest, waiver.day) ? waiver : undefined;
  if (ended === null && !waived) return [];
  const { seq, type } = membersOf(membersOf(ended).by);
  const by = waived ?? entries.at(seq);
  if (seq !== undefined && (by?.seq !== numberOf(seq) || by.type !== type))
    return [{ field: 'ended', what: 'the entry is of another type', seq: numberOf(seq) }];
  const expected = by ? endBy(by, waiver) : lapse(openedOn, explained);
  if (by && !covers(manifest, by.day)) return [{ field: 'ended', what: 'the entry is of other days', seq: by.seq }];
  return differing(membersOf(ended), expected).map((name) => ({
    field: `ended/${name}`,
    what: by ? 'the entry says otherwise' : 'its date says otherwise',
    ...(by && { seq: by.seq }),
  }));
}

function endBy(by: DutyEntry, waiver: DutyEntry | undefined): Members {
  const how = waiver && waiver.seq <= by.seq ? 'waived' : 'done';
  return { how, on: by.validOn, by: { seq: by.seq, type: by.type } };
}

/** By no entry: on the day after its last date, where it had one. */
function lapse(openedOn: unknown, explained: readonly Members[]): Members {
  const date = membersOf(explained.at(-1)?.explanation).date;
  return { how: 'lapsed', on: typeof date === 'string' ? dayAfter(date) : openedOn, by: null };
}

const dayAfter = (day: string): string => dayAt(`${day}T00:00:00.000Z`, 24);
