import type { CommandEntry } from '../command.js';

/** Every command of `paizhao`, in the order of the help. A new one is a file of its own and a line here. */
export const commands: readonly CommandEntry[] = [
  { name: 'calendar add', load: async () => (await import('./calendar.js')).calendarAdd },
  { name: 'calendar before', load: async () => (await import('./calendar.js')).calendarBefore },
  { name: 'calendar roll', load: async () => (await import('./calendar.js')).calendarRoll },
  { name: 'calendar last', load: async () => (await import('./calendar.js')).calendarLast },
  { name: 'calendar between', load: async () => (await import('./calendar.js')).calendarBetween },
  { name: 'calendar is-working-day', load: async () => (await import('./calendar.js')).calendarIsWorkingDay },
  { name: 'calendar coverage', load: async () => (await import('./calendar.js')).calendarCoverage },
  { name: 'validity', load: async () => (await import('./validity.js')).validity },
  { name: 'assess', load: async () => (await import('./assess.js')).assess },
  { name: 'rehearse', load: async () => (await import('./rehearse.js')).rehearse },
  { name: 'rules list', load: async () => (await import('./rules.js')).rulesList },
  { name: 'rules show', load: async () => (await import('./rules.js')).rulesShow },
  { name: 'rules diff', load: async () => (await import('./rules.js')).rulesDiff },
  { name: 'rules check', load: async () => (await import('./rules.js')).rulesCheck },
  { name: 'verify', load: async () => (await import('./verify.js')).verify },
  { name: 'heal', load: async () => (await import('./heal.js')).heal },
];
