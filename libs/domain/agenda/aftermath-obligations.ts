import { addDays, type CivilDate } from '../../calendar/index.js';
import { listExit, nonRenewalReport, permitReturn } from '../../rulebook/index.js';
import type { Permit } from '../license.js';
import type { Obligation } from '../obligation.js';
import { barsOf } from './bars.js';
import { inPack, knownDate, obligation } from './obligation-parts.js';
import { rights } from './rights.js';
import type { AgendaContext, Standing } from './standing.js';

/**
 * What follows from decisions about the permit and the company: the report that it will not be renewed, rights against
 * its loss, the paper that goes back, bars and the ways off the credit lists. What an older pack does not know is not
 * asked for.
 */
export function aftermathObligations(state: Standing, context: AgendaContext): Obligation[] {
  const { permit } = state;
  return [
    ...(permit ? [...reportOfEnd(permit, context), ...rights(null, permit.taking, context)] : []),
    ...inPack(context.law, [
      ...(permit ? paperReturn(permit, context) : []),
      ...bars(state, context),
      ...listExits(state, context),
    ]),
  ];
}

/** Due by T-90 of the last term, and open until the authority was told; it takes the place of the renewal. */
function reportOfEnd({ nonRenewal, terms, status }: Permit, { law }: AgendaContext): Obligation[] {
  const last = terms.at(-1);
  const asked = status === 'valid' || status === 'suspended' || status === 'expired';
  if (!nonRenewal || !last || nonRenewal.termSeq !== last.seq || nonRenewal.reportedOn !== null || !asked) return [];
  return inPack(law, [
    obligation({
      kind: 'non-renewal-report',
      duty: 'company',
      openedSeq: nonRenewal.seq,
      openedOn: nonRenewal.recordedOn,
      deadline: knownDate(() => nonRenewalReport(law, last.lastDay)),
    }),
  ]);
}

function paperReturn({ paperDue }: Permit, { law }: AgendaContext): Obligation[] {
  if (!paperDue) return [];
  return [
    obligation({
      kind: 'permit-return',
      duty: 'company',
      openedSeq: paperDue.seq,
      openedOn: paperDue.recordedOn,
      deadline: knownDate(() => permitReturn(law, paperDue)),
    }),
  ];
}

/** Days for which a bar that is over still stands there, so that its end can be told to everybody. */
const barShownAfterEnd = 30;

/** The first day on which a right or a bar is no longer on the agenda; null for what an act must end. */
export function leavesAgenda({ kind, duty, deadline }: Obligation): CivilDate | null {
  if (deadline === null) return null;
  if (duty === 'right') return addDays(deadline.date, 1);
  const isBar = kind === 'false-material-bar' || kind === 'fraud-bar';
  return isBar ? addDays(deadline.date, barShownAfterEnd + 1) : null;
}

/** A bar asks for nothing; its end is told, and then it is gone. */
function bars(state: Standing, context: AgendaContext): Obligation[] {
  return barsOf(state, context)
    .filter(({ deadline }) => context.today <= addDays(deadline.date, barShownAfterEnd))
    .map(({ kind, filingId, seq, recordedOn, deadline }) =>
      obligation({ kind, duty: 'authority', filingId, openedSeq: seq, openedOn: recordedOn, deadline }),
    );
}

/** From when on the company may ask to be taken from a list; open until it is. */
function listExits(state: Standing, { law }: AgendaContext): Obligation[] {
  const exits: Obligation[] = [];
  for (const list of ['bad-list', 'dishonest-list'] as const) {
    const { status, since, seq, recordedOn } = state.flags[list];
    if (status !== 'listed' || since === null || seq === null || recordedOn === null) continue;
    exits.push(
      obligation({
        kind: `${list}-exit`,
        duty: 'authority',
        openedSeq: seq,
        openedOn: recordedOn,
        deadline: knownDate(() => listExit(law, list, since)),
      }),
    );
  }
  return exits;
}
