import type { Block, Cell } from '../blocks.js';
import type { AuditedLawFile } from '../content.js';
import { articleOf } from '../names.js';
import type { Telling } from '../telling.js';

/** The law by which the dates were computed, and who chose between its readings. */
export function* law(telling: Telling): Iterable<Block> {
  const { say } = telling;
  yield { heading: say.law.heading, level: 2 };
  yield { text: say.law.lead };
  yield versions(telling);
  yield readings(telling);
  yield rules(telling);
}

function versions({ content, say }: Telling): Block {
  const { versions: table, pack, calendar, pinned, onlyNamed } = say.law;
  const row =
    (kind: string) =>
    ({ id, file, sha256, pinnedBy }: AuditedLawFile): Cell[] => [
      [kind, id],
      pinnedBy.length === 0 ? onlyNamed : pinnedBy.map(({ day, seq }) => pinned(day, seq)),
      [file, { text: sha256, as: 'hash' }],
    ];
  return {
    caption: table.caption,
    columns: [
      { title: table.columns.id, share: 11 },
      { title: table.columns.pinned, share: 11 },
      { title: table.columns.file, share: 28 },
    ],
    rows: [...content.law.packs.map(row(pack)), ...content.law.calendars.map(row(calendar))],
    none: table.none,
  };
}

function readings({ content, say, people }: Telling): Block {
  const { readings: table, scope, settledBy, settledHow } = say.law;
  return {
    caption: table.caption,
    columns: [
      { title: table.columns.rule, share: 3 },
      { title: table.columns.reading, share: 4 },
      { title: table.columns.scope, share: 2 },
      { title: table.columns.by, share: 3 },
    ],
    rows: content.law.readings.map(({ ruleId, reading, scope: reach, houseSeq, settled }) => [
      [{ text: ruleId, as: 'hash' }],
      [{ text: reading, as: 'hash' }],
      scope[reach],
      [
        ...(settled
          ? [settledHow(settled.on, people.actor(settled.proposedBy), people.actor(settled.confirmedBy))]
          : []),
        { text: settledBy(houseSeq), as: 'faint' },
      ],
    ]),
    none: table.none,
  };
}

function rules({ content, say, language }: Telling): Block {
  const { rules: table, confidence } = say.law;
  return {
    caption: table.caption,
    columns: [
      { title: table.columns.rule, share: 3.4 },
      { title: table.columns.article, share: 3.4 },
      { title: table.columns.wording, share: 4.6 },
      { title: table.columns.confidence, share: 1.6 },
    ],
    rows: content.law.rules.map((rule) => [
      [
        { text: rule.id, as: 'hash' },
        { text: rule.pack, as: 'faint' },
      ],
      articleOf(rule.article, rule.source?.[language] ?? null, language),
      rule.wording[language],
      rule.confidence === 'unverified' ? [{ text: confidence.unverified, as: 'mark' }] : confidence[rule.confidence],
    ]),
    none: table.none,
  };
}
