import type { LicenseEventType } from '../domain/index.js';
import type { Bilingual, NamesInLaw } from '../rulebook/index.js';
import { filingZh, say, type WordsFor } from './event-say.js';

type MaterialEventType = Extract<LicenseEventType, 'filing-planned' | 'material-supplied' | `original-${string}`>;

/** What happened to the papers of a filing. */
export const materialWords: WordsFor<MaterialEventType> = {
  'filing-planned': ({ filingId, plannedOn }) =>
    plannedOn === null
      ? say(`${filingZh(filingId)} 不再有计划提交日`, `No day is planned for ${filingId} any more`)
      : say(`${filingZh(filingId)} 计划于 ${plannedOn} 提交`, `${filingId} is planned to be handed in on ${plannedOn}`),
  'material-supplied': ({ filingId, requirementId, version, sealed, copyOf }, names) => {
    const { zh, en } = names.requirement(requirementId);
    return say(
      `${filingZh(filingId)} 收到材料“${zh}”（第${version}版${sealWords(sealed).zh}${copyOf ? '，沿用已有文件' : ''}）`,
      `Material for ${filingId}: ${en}, version ${version}${sealWords(sealed).en}${copyOf ? ', a document on record supplied again' : ''}`,
    );
  },
  'original-handed-over': ({ handedOverOn, dueBackOn, ...data }, names) => {
    const { zh, en } = original(data, names);
    return say(
      `${handedOverOn} 交出${zh}${dueBackOn ? `，应于 ${dueBackOn} 前归还` : ''}`,
      `Handed over on ${handedOverOn}${dueBackOn ? `, due back by ${dueBackOn}` : ''}: ${en}`,
    );
  },
  'original-shown': ({ shownOn, ...data }, names) => {
    const { zh, en } = original(data, names);
    return say(`${shownOn} 在窗口出示${zh}`, `Shown at the window on ${shownOn}: ${en}`);
  },
  'original-returned': ({ returnedOn, ...data }, names) => {
    const { zh, en } = original(data, names);
    return say(`${returnedOn} 收回${zh}`, `Came back on ${returnedOn}: ${en}`);
  },
  'original-corrected': ({ mistaken, entry, ...data }, names) => {
    const { zh, en } = original(data, names);
    const [zhNot, enNot] = mistaken === 'return' ? ['收回', 'did not come back'] : ['出示', 'was not shown'];
    return say(
      `更正：${zh}并未${zhNot}（第${entry}条记录有误）`,
      `Corrected: ${en} ${enNot} (entry ${entry} was a mistake)`,
    );
  },
};

function original(
  { filingId, requirementId }: { filingId: string; requirementId: string },
  names: NamesInLaw,
): Bilingual {
  const { zh, en } = names.requirement(requirementId);
  return say(`${filingZh(filingId)} 的原件“${zh}”`, `the original of “${en}” for ${filingId}`);
}

/** Nothing where nobody told. */
function sealWords(sealed: boolean | null): Bilingual {
  if (sealed === null) return { zh: '', en: '' };
  return sealed ? { zh: '，已盖章', en: ', sealed' } : { zh: '，未盖章', en: ', not sealed' };
}
