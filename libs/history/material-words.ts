import type { LicenseEventType } from '../domain/index.js';
import { say, type WordsFor } from './event-say.js';

type MaterialEventType = Extract<LicenseEventType, 'filing-planned' | 'material-supplied' | `original-${string}`>;

/** What happened to the papers of a filing. */
export const materialWords: WordsFor<MaterialEventType> = {
  'filing-planned': ({ filingId, plannedOn }) =>
    plannedOn === null
      ? say(`申报 ${filingId} 不再有计划提交日`, `No day is planned for ${filingId} any more`)
      : say(`申报 ${filingId} 计划于 ${plannedOn} 提交`, `${filingId} is planned to be handed in on ${plannedOn}`),
  'material-supplied': ({ filingId, requirementId, version, sealed, copyOf }) =>
    say(
      `申报 ${filingId} 收到材料 ${requirementId}（第${version}版${sealWords(sealed).zh}${copyOf ? '，沿用已有文件' : ''}）`,
      `Material ${requirementId} for ${filingId}, version ${version}${sealWords(sealed).en}${copyOf ? ', a document on record supplied again' : ''}`,
    ),
  'original-handed-over': ({ filingId, requirementId, handedOverOn, dueBackOn }) =>
    say(
      `${handedOverOn} 交出 ${filingId} 的原件 ${requirementId}${dueBackOn ? `，应于 ${dueBackOn} 前归还` : ''}`,
      `The original of ${requirementId} for ${filingId} was handed over on ${handedOverOn}${dueBackOn ? `, due back by ${dueBackOn}` : ''}`,
    ),
  'original-shown': ({ filingId, requirementId, shownOn }) =>
    say(
      `${shownOn} 在窗口出示 ${filingId} 的原件 ${requirementId}`,
      `The original of ${requirementId} for ${filingId} was shown at the window on ${shownOn}`,
    ),
  'original-returned': ({ filingId, requirementId, returnedOn }) =>
    say(
      `${returnedOn} 收回 ${filingId} 的原件 ${requirementId}`,
      `The original of ${requirementId} for ${filingId} came back on ${returnedOn}`,
    ),
  'original-corrected': ({ filingId, requirementId, mistaken, entry }) =>
    mistaken === 'return'
      ? say(
          `更正：${filingId} 的原件 ${requirementId} 并未收回（第 ${entry} 条登记有误）`,
          `Corrected: the original of ${requirementId} for ${filingId} did not come back (entry ${entry} was a mistake)`,
        )
      : say(
          `更正：${filingId} 的原件 ${requirementId} 并未出示（第 ${entry} 条登记有误）`,
          `Corrected: the original of ${requirementId} for ${filingId} was not shown (entry ${entry} was a mistake)`,
        ),
};

/** Nothing where nobody told. */
function sealWords(sealed: boolean | null): { zh: string; en: string } {
  if (sealed === null) return { zh: '', en: '' };
  return sealed ? { zh: '，已盖章', en: ', sealed' } : { zh: '，未盖章', en: ', not sealed' };
}
