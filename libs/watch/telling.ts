import { wordsOf } from './alarm-kinds.js';

/** One alarm as it is told. */
export interface Alarm {
  kind: string;
  subject: string;
  details: Record<string, string | number>;
  raisedAt: string;
  clearedAt: string | null;
}

export interface Telling {
  /** When it is told (UTC). */
  at: string;
  raised: readonly Alarm[];
  /** Told before, and still so. */
  lasting: readonly Alarm[];
  over: readonly Alarm[];
}

/** An alarm of very many licenses is one fault; the rest stands in GET /alarms. */
const shown = 20;

/** Kinds and counts only. */
export function subjectOf({ raised, lasting, over }: Telling): string {
  const parts = [
    raised.length > 0 ? `${raised.length} new` : null,
    lasting.length > 0 ? `${lasting.length} lasting` : null,
    over.length > 0 ? `${over.length} over` : null,
  ].filter((part) => part !== null);
  const kinds = [...new Set([...raised, ...lasting, ...over].map(({ kind }) => kind))];
  return `Paizhao 告警 / alarms: ${parts.join(', ')} (${kinds.join(', ')})`;
}

/** Chinese above English in each line: whoever reads it may be anybody. */
export function textOf(telling: Telling, publicUrl: string): string {
  return [
    ...section('新告警 / New', telling.raised),
    ...section('仍未解除 / Still so', telling.lasting),
    ...section('已解除 / Over', telling.over),
    `全部告警 / All alarms: GET ${publicUrl}/alarms`,
    '处理办法 / What to do: docs/runbook.md',
  ].join('\n');
}

function section(title: string, alarms: readonly Alarm[]): string[] {
  if (alarms.length === 0) return [];
  const kinds = [...new Set(alarms.map(({ kind }) => kind))];
  return [`== ${title} (${alarms.length})`, ...kinds.flatMap((kind) => ofKind(kind, alarms)), ''];
}

function ofKind(kind: string, all: readonly Alarm[]): string[] {
  const alarms = all.filter((alarm) => alarm.kind === kind);
  const words = wordsOf(kind);
  const more = alarms.length - shown;
  return [
    ...(words ? [words.zh, words.en] : []),
    ...alarms.slice(0, shown).map((alarm) => `  ${lineOf(alarm)}`),
    ...(more > 0 ? [`  … +${more}`] : []),
  ];
}

function lineOf({ kind, subject, details, raisedAt, clearedAt }: Alarm): string {
  const rest = Object.entries(details).map(([name, value]) => `${name}=${value}`);
  return [kind, subject, ...rest, `since ${raisedAt}`, ...(clearedAt ? [`until ${clearedAt}`] : [])].join('  ');
}
