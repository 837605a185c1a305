import { latestTable, loadCalendar } from '../calendar/index.js';
import type { InvalidPackError } from './errors.js';
import type { CompanionPermitRule, CreditListRule, DutyRule, OpenQuestionRule, RulePack } from './pack.js';
import { packById } from './packs.js';
import { validatePack } from './validate.js';

const calendar = loadCalendar(latestTable);
const pack = packById('cn-vats-current@2');

type Sections = RulePack & {
  duties: DutyRule[];
  creditLists: CreditListRule[];
  companionPermits: CompanionPermitRule[];
  openQuestions: OpenQuestionRule[];
};

const at = <T>(items: readonly T[] | undefined, i = 0): T => items?.[i] as T;
const loose = (value: unknown): Record<string, unknown> => value as Record<string, unknown>;

/** What the newest pack is refused for after a change. */
function defectsAfter(change: (sections: Sections) => void) {
  const sections = structuredClone(pack) as Sections;
  change(sections);
  try {
    validatePack(sections, calendar);
  } catch (error) {
    return (error as InvalidPackError).defects;
  }
  return [];
}

const waived = pack.requirements.findIndex(({ waiver }) => waiver !== undefined);
const dated = (pack.duties ?? []).findIndex(({ limits }) => limits.length > 0);

const defects: [string, (sections: Sections) => void, string, RegExp][] = [
  ['a duty under another id', ({ duties }) => (at(duties).id = 'duty.other'), 'duties[0].id', /is not duty\./],
  [
    'a duty by an unknown limit',
    ({ duties }) => (at(duties, dated).limits[0] = 'limit.none'),
    `duties[${dated}].limits[0]`,
    /limit\.none/,
  ],
  ['a duty with an unknown penalty', ({ duties }) => (at(duties).penalty = 'none'), 'duties[0].penalty', /none/],
  ['a duty without evidence', ({ duties }) => delete loose(at(duties)).evidence, 'duties[0].evidence', /./],
  [
    'a duty whose example comes out differently',
    ({ duties }) => (at(at(duties).examples).applies = false),
    'duties[0].examples[0].applies',
    /true/,
  ],
  [
    'a list under another id',
    ({ creditLists }) => (at(creditLists).list = 'dishonest'),
    'creditLists[0].id',
    /bad|list/,
  ],
  [
    'a list with an unknown entry limit',
    ({ creditLists }) => (at(creditLists).entryLimit = 'limit.none'),
    'creditLists[0].entryLimit',
    /limit\.none/,
  ],
  [
    'a way off a list by an unknown limit',
    ({ creditLists }) => (at(at(creditLists).exits, 1).limit = 'limit.none'),
    'creditLists[0].exits[1].limit',
    /limit\.none/,
  ],
  [
    'a cause that cites an unknown source',
    ({ creditLists }) => (at(at(creditLists).causes).citation.source = 'XYZ'),
    'creditLists[0].causes[0].citation.source',
    /XYZ/,
  ],
  [
    'a consequence that cites an unknown source',
    ({ creditLists }) => (at(at(creditLists).consequences).citation.source = 'XYZ'),
    'creditLists[0].consequences[0].citation.source',
    /XYZ/,
  ],
  [
    'a cause that leads elsewhere',
    ({ creditLists }) => (at(at(creditLists).examples).listed = false),
    'creditLists[0].examples[0].listed',
    /true/,
  ],
  [
    'a companion under another id',
    ({ companionPermits }) => (at(companionPermits).companion = 'other'),
    'companionPermits[0].id',
    /companion\.other/,
  ],
  [
    'a companion with an unknown ladder',
    ({ companionPermits }) => (at(at(companionPermits).duties).ladder = 'ladder.none'),
    'companionPermits[0].duties[0].ladder',
    /ladder\.none/,
  ],
  [
    'a companion with an unknown limit',
    ({ companionPermits }) => (at(at(companionPermits).duties).limit = 'limit.none'),
    'companionPermits[0].duties[0].limit',
    /limit\.none/,
  ],
  [
    'a number of another form',
    ({ companionPermits }) => (at(companionPermits).numberPattern = '^x$'),
    'companionPermits[0].numbers[0].matches',
    /./,
  ],
  [
    'a number form that is no expression',
    ({ companionPermits }) => (at(companionPermits).numberPattern = '('),
    'companionPermits[0].numberPattern',
    /expression/,
  ],
  [
    'a question about an unknown rule',
    ({ openQuestions }) => (at(openQuestions).touches[0] = 'limit.none'),
    'openQuestions[0].touches[0]',
    /limit\.none/,
  ],
  ['a question to nobody', ({ openQuestions }) => (at(openQuestions).ask = []), 'openQuestions[0].ask', /./],
  [
    'a waiver that cites an unknown source',
    ({ requirements }) => (loose(at(requirements, waived).waiver).citation = { source: 'XYZ', article: 'x' }),
    `requirements[${waived}].waiver.citation.source`,
    /XYZ/,
  ],
  [
    'a waiver whose example comes out differently',
    ({ requirements }) => (loose(at(at(requirements, waived).waiver?.examples)).applies = false),
    `requirements[${waived}].waiver.examples[0].applies`,
    /true/,
  ],
];

describe('a pack with the later sections', () => {
  it.each(defects)('is refused for %s, and says where', (_, change, path, message) => {
    const found = defectsAfter(change).find((defect) => defect.path === path);
    expect(found?.message).toMatch(message);
  });

  it('is taken without any of them', () => {
    const without = defectsAfter((sections) => {
      for (const name of ['duties', 'creditLists', 'companionPermits', 'openQuestions']) delete loose(sections)[name];
    });
    expect(without).toEqual([]);
  });
});
