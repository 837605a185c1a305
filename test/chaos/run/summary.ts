import type { Callers } from './callers.js';
import type { Examined, Faults } from './examine.js';
import type { Journal, Wrong } from './journal.js';

export interface Summary {
  seed: string;
  kills: { worker: number; postgres: number; temporalLosses: number; interruptions: number };
  licenses: number;
  commands: { asked: number; acknowledged: number; refused: number; repeatedAnswers: Record<string, number> };
  ledger: { streams: number; entries: number };
  mails: { messages: number; arrivals: number; byLostAck: number; byKill: number };
  askedAgain: number;
  settledInSeconds: number;
  faults: Faults & { mailsForNoReason: string[]; unexpectedAnswers: string[]; endedByThemselves: string[] };
}

interface Parts {
  journal: Journal;
  callers: Callers;
  settled: { stuck: string[]; seconds: number };
  examined: Examined;
}

export function summaryOf({ journal, callers, settled, examined }: Parts): Summary {
  const { faults, mails, licenses, streams, entries, askedAgain } = examined;
  const { unexplained, ...mail } = mails;
  const count = (what: Parameters<Journal['count']>[0]) => journal.count(what);
  const wrong = (kind: Wrong['what']) => journal.wrongs.filter(({ what }) => what === kind).map(({ how }) => how);
  return {
    seed: journal.seed ?? '',
    kills: {
      worker: count('worker'),
      postgres: count('postgres'),
      temporalLosses: count('temporal-lost'),
      interruptions: count('interrupted'),
    },
    licenses,
    commands: {
      asked: journal.asked.size,
      acknowledged: journal.acknowledged.size,
      refused: journal.refused.size,
      repeatedAnswers: Object.fromEntries(callers.repeated),
    },
    ledger: { streams, entries },
    mails: mail,
    askedAgain,
    settledInSeconds: settled.seconds,
    faults: {
      ...faults,
      stuck: [...settled.stuck, ...faults.stuck, ...wrong('uncured')],
      mailsForNoReason: unexplained,
      unexpectedAnswers: wrong('answer'),
      endedByThemselves: wrong('end'),
    },
  };
}

export const isClean = ({ faults }: Summary): boolean => Object.values(faults).every((list) => list.length === 0);

const faultWords: Record<keyof Summary['faults'], string> = {
  lost: 'acknowledged commands that are not on record',
  doubled: 'effects that are on record twice',
  otherwise: 'commands that were answered otherwise when asked again',
  mailsForNoReason: 'mails that came again for no reason',
  stuck: 'stuck licenses or messages',
  silent: 'silent licenses',
  brokenChains: 'chains that do not verify',
  unlikeTheirLedger: 'licenses whose snapshot is not their ledger folded',
  unexpectedAnswers: 'answers that nobody should get',
  endedByThemselves: 'processes that ended by themselves',
};

const shown = 5;

export function summaryLines(summary: Summary): string[] {
  const { kills, commands, mails, ledger, faults } = summary;
  const asides = Object.entries(commands.repeatedAnswers).map(([said, times]) => `${said} × ${times}`);
  return [
    '',
    `seed ${summary.seed}`,
    `kills: ${kills.worker} of a worker, ${kills.postgres} of PostgreSQL; Temporal's data deleted ${kills.temporalLosses} times; this run interrupted ${kills.interruptions} times`,
    `licenses: ${summary.licenses}; ledger: ${ledger.entries} entries in ${ledger.streams} chains`,
    `commands: ${commands.acknowledged} acknowledged, ${commands.refused} refused by the rules, of ${commands.asked}; answers that said "again": ${asides.join(', ') || 'none'}`,
    `mails: ${mails.messages} messages arrived ${mails.arrivals} times; ${mails.byLostAck} again for an ACK that was lost, ${mails.byKill} for a kill between arrival and record`,
    `asked once more with the same key: ${summary.askedAgain}; all was settled after ${summary.settledInSeconds} s`,
    '',
    ...(Object.keys(faultWords) as (keyof Summary['faults'])[]).flatMap((kind) => [
      `${String(faults[kind].length).padStart(5)} ${faultWords[kind]}`,
      ...faults[kind].slice(0, shown).map((what) => `        ${what}`),
    ]),
  ];
}
