import {
  dutyOfId,
  dutyOfIdInWords,
  filingNames,
  type LicenseEventData,
  type LicenseEventType,
  rungInWords,
} from '../domain/index.js';
import type { Bilingual, NamesInLaw } from '../rulebook/index.js';

/** A sentence for each of some types of events. */
export type WordsFor<T extends LicenseEventType> = {
  [E in T]: (data: LicenseEventData[E], names: NamesInLaw) => Bilingual;
};

export const say = (zh: string, en: string): Bilingual => ({ zh, en });
export const numbered = (number: string | null): Bilingual =>
  number === null ? say('', '') : say(`（${number}）`, ` (${number})`);

/** `1 item`, `3 items`. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

export const listed = (parts: readonly Bilingual[]): Bilingual =>
  say(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '));

/** A code of a table; one that this program does not know stands as it is. */
export function wordFor(code: string, table: Readonly<Record<string, Bilingual>>): Bilingual {
  return (Object.hasOwn(table, code) ? table[code] : undefined) ?? say(code, code);
}

/** `B24 Call center services, B22 …`: people know the codes as well as the names. */
export function serviceTypes(codes: readonly string[], names: NamesInLaw): Bilingual {
  const named = (code: string): Bilingual => {
    const { zh, en } = names.serviceType(code);
    return zh === code ? say(zh, en) : say(`${code} ${zh}`, `${code} ${en}`);
  };
  return listed(codes.map(named));
}

/** `首次申请 new-1`: in English an id tells its kind by itself. */
export function filingZh(id: string): string {
  const { zh } = wordFor(id.replace(/(-\d+)+$/, ''), filingNames);
  return id.startsWith(zh) ? id : `${zh} ${id}`;
}

/** A duty by its id. Where no year tells it from others of its kind, the entry by which it came up does. */
export function dutyNamed(id: string): Bilingual {
  const name = say(dutyOfIdInWords(id, 'zh'), dutyOfIdInWords(id, 'en'));
  const [, seq] = id.split(':');
  if (dutyOfId(id)?.period !== null) return name;
  return say(`${name.zh}（由第${seq}条记录产生）`, `${name.en} (of entry ${seq})`);
}

/** A reminder: what it was about, and its rung. */
export function reminderNamed(obligationId: string, rung: string): Bilingual {
  const duty = dutyNamed(obligationId);
  return say(`${duty.zh}，${rungInWords(rung, 'zh')}`, `${duty.en}, ${rungInWords(rung, 'en')}`);
}
