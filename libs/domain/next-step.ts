import type { Bilingual } from '../rulebook/index.js';
import type { Filing, LicenseState } from './license.js';
import type { Obligation } from './obligation.js';

/** What to do next about an obligation, as far as its filing has come: for mails, which are read by themselves. */
export function nextStepNow(state: LicenseState, obligation: Obligation): Bilingual {
  const { next, paused } = obligation;
  const filing = paused ? undefined : filingOf(state, obligation);
  if (!filing) return next;
  const { zh, en } = stateOfPapers(filing);
  return { zh: `${next.zh}。${zh}`, en: `${next.en}. ${en}` };
}

/** The filing by which the company will do what is due, once one was opened and while it is the company's turn. */
function filingOf({ filings }: LicenseState, { kind, filingId, period, id }: Obligation): Filing | undefined {
  const inHand = Object.values(filings).filter(({ status }) => status === 'draft' || status === 'correction');
  switch (kind) {
    case 'renewal':
      return inHand.findLast((filing) => filing.kind === 'renewal');
    case 'annual-report':
      return inHand.findLast((filing) => filing.kind === 'annual-report' && filing.period === period);
    case 'change':
      return inHand.findLast(({ answers }) => answers.includes(id));
    case 'correction':
      return inHand.find((filing) => filing.id === filingId);
    default:
      return undefined;
  }
}

function stateOfPapers({ id, pack, materials, rounds }: Filing): Bilingual {
  const newest = Object.values(materials).flatMap((versions) => versions.slice(-1));
  const asked = rounds.at(-1)?.correction?.seq ?? 0;
  const signed = pack !== null && pack.seq > asked && newest.every(({ seq }) => seq < pack.seq);
  if (signed) return { zh: `申报 ${id} 的材料已签核：提交即可`, en: `The pack of ${id} is signed off: hand it in` };
  const answered = newest.filter(({ seq }) => seq > asked).length;
  if (answered > 0) {
    return {
      zh: `申报 ${id} 已有${answered}份材料：补齐后由第二人签核并提交`,
      en: `${id} has ${answered} ${answered === 1 ? 'paper' : 'papers'} so far: supply the rest, have the pack signed off by a second person, and hand it in`,
    };
  }
  if (asked > 0) {
    return {
      zh: `申报 ${id} 收到补正通知后尚无新材料：补齐后由第二人签核并再次提交`,
      en: `${id} has no new papers since the notice: supply them, have the pack signed off by a second person, and hand it in again`,
    };
  }
  return {
    zh: `申报 ${id} 已建立，尚无材料：准备材料后由第二人签核并提交`,
    en: `${id} is opened and has no papers yet: supply them, have the pack signed off by a second person, and hand it in`,
  };
}
