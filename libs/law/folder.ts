import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarTable } from '../calendar/index.js';
import { bringCalendar, knownTables } from '../domain/index.js';
import { bringPack, knownPacks, type RulePack } from '../rulebook/index.js';
import { calendarIn } from './calendar-file.js';
import { lawHash } from './hashes.js';
import { type FileDefect, InvalidLawFileError, largestLawFile, packIn } from './law-file.js';

/**
 * Reads the packs (`packs/*.json`) and calendars (`calendars/*.json`) of a folder and brings them to the core. For the
 * start of a process, before any license is asked about. A file that holds what is here already, word for word, is fine.
 * @throws InvalidLawFileError with every defect of every file; then nothing is brought
 */
export function loadLawFolder(folder: string): void {
  const defects: FileDefect[] = [];
  const calendars = lawOfFiles<CalendarTable>(join(folder, 'calendars'), calendarIn, knownTables(), defects);
  const packs = lawOfFiles<RulePack>(join(folder, 'packs'), packIn, knownPacks(), defects);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    defects.push({ file: folder, path: '', message: 'is no folder' });
  }
  if (defects.length > 0) throw new InvalidLawFileError(defects);
  for (const table of calendars) bringCalendar(table);
  for (const pack of packs) bringPack(pack);
}

/** What the files of a folder add to what is known; what is wrong goes to `defects`. */
function lawOfFiles<T extends RulePack | CalendarTable>(
  folder: string,
  read: (file: string, text: string) => T,
  known: readonly T[],
  defects: FileDefect[],
): T[] {
  const added: T[] = [];
  for (const file of filesIn(folder, defects)) {
    try {
      const law = read(file, textOf(file));
      const namesake = [...known, ...added].find(({ id }) => id === law.id);
      if (!namesake) added.push(law);
      else if (lawHash(namesake) !== lawHash(law)) {
        defects.push({ file, path: 'id', message: `another ${law.id} is here already, with other content` });
      }
    } catch (error) {
      if (!(error instanceof InvalidLawFileError)) throw error;
      defects.push(...error.defects);
    }
  }
  return added;
}

/** Its JSON files in the order of their names; a README may stand beside them, and nothing else. */
function filesIn(folder: string, defects: FileDefect[]): string[] {
  const entries = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).sort() : [];
  const shown = entries.filter((name) => !name.startsWith('.') && !name.toLowerCase().endsWith('.md'));
  for (const name of shown.filter((one) => !one.endsWith('.json'))) {
    defects.push({ file: join(folder, name), path: '', message: 'is no .json file' });
  }
  return shown.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
}

function textOf(file: string): string {
  const refuse = (message: string) => new InvalidLawFileError([{ file, path: '', message }]);
  try {
    if (statSync(file).size > 4 * largestLawFile) throw refuse('too big to hold law');
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof InvalidLawFileError || code === undefined) throw error;
    throw refuse(`cannot be read (${code})`);
  }
}
