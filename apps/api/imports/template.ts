import { latestPack } from '../../../libs/rulebook/index.js';
import { byteOrderMark, csvLine, type ShownCell, shown, writeXlsx } from '../../../libs/sheets/index.js';
import { type ColumnKey, columnKeys, columnTexts } from '../../../libs/sheets/permits/index.js';
import type { Language } from '../http/language.js';

/** An empty sheet to fill: headings, what each column is for, and an example; the last two are not imported. */
export function template(format: 'xlsx' | 'csv', language: Language): AsyncIterable<Buffer> {
  const rows = rowsOf(language);
  if (format === 'csv') return csvOf(rows);
  return writeXlsx({
    name: { zh: '许可证导入', en: 'Permits' }[language],
    columns: columnKeys.map((key) => ({ width: columnTexts[key].width, text: true, ...choicesOf(key, language) })),
    headingRows: 1,
    rows,
  });
}

async function* csvOf(rows: readonly ShownCell[][]): AsyncGenerator<Buffer> {
  yield byteOrderMark;
  for (const row of rows) yield csvLine(row.map(({ cell }) => cell));
}

function rowsOf(language: Language): ShownCell[][] {
  const texts = columnKeys.map((key) => columnTexts[key]);
  return [
    texts.map(({ heading, required }) => shown(`${heading[language]}${required ? '*' : ''}`, 'heading')),
    texts.map(({ note }) => shown(note[language], 'note')),
    texts.map(({ example }) => shown(example[language], 'note')),
  ];
}

function choicesOf(key: ColumnKey, language: Language): { choices?: string[] } {
  const provinces = latestPack.authorities.flatMap(({ code, province }) =>
    province === null ? [] : [language === 'zh' ? province.zh : code],
  );
  if (key === 'province') return { choices: provinces };
  if (key === 'coverage') return { choices: [{ zh: '全国', en: 'nationwide' }[language], ...provinces] };
  if (key === 'serviceTypes') return { choices: [...new Set(latestPack.serviceTypes.map(({ code }) => code))] };
  return {};
}
