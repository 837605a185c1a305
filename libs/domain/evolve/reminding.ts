import { absencesWith } from '../absences.js';
import { stateWith } from './changed.js';
import type { Evolvers } from './evolver.js';

type RemindingEvent = 'preparation-told' | 'absence-told' | 'ladder-chosen' | 'house-ladder-adopted';

/** When people are reminded, and who of them is away. */
export const reminding: Pick<Evolvers, RemindingEvent> = {
  'absence-told': (state, { data: { absenceId, ...absence }, validOn }) =>
    stateWith(state, {
      absences: absencesWith(state.absences, absenceId, absence, validOn),
    }),

  'preparation-told': (state, { data: { kind, days }, validOn }) =>
    stateWith(state, {
      experience: { ...state.experience, [kind]: { days, on: validOn } },
    }),

  'ladder-chosen': (state, { seq, data: { kind, offsets } }) => {
    const { [kind]: _before, ...others } = state.ladders.own;
    const own = offsets === null ? others : { ...others, [kind]: { of: 'license' as const, offsets, seq } };
    return stateWith(state, { ladders: { ...state.ladders, own } });
  },

  'house-ladder-adopted': (state, { data: { kind, offsets, houseSeq } }) =>
    stateWith(state, {
      ladders: {
        ...state.ladders,
        house: { ...state.ladders.house, [kind]: { of: 'house' as const, offsets, seq: houseSeq } },
      },
    }),
};
