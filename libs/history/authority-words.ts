import { type AuthorityEventType, type CorrectedValue, isPeriod } from '../domain/index.js';
import type { Bilingual, NamesInLaw } from '../rulebook/index.js';
import { memberWords } from './code-words.js';
import { counted, filingZh, listed, say, serviceTypes, type WordsFor, wordFor } from './event-say.js';

/** What happened around the authority's papers. No free text: that is behind references. */
export const authorityWords: WordsFor<AuthorityEventType> = {
  'scan-attached': ({ entry, replaces }) =>
    replaces === null
      ? say(`为第${entry}条记录附上扫描件`, `A scan was tied to entry ${entry}`)
      : say(`更换第${entry}条记录的扫描件`, `Another scan was tied to entry ${entry} in the place of one`),
  'correction-item-answered': ({ filingId, itemId }) =>
    say(
      `书面答复${filingZh(filingId)} 的补正事项 ${itemId}`,
      `Item ${itemId} of the correction of ${filingId} was answered in words`,
    ),
  'correction-item-passed-over': ({ filingId, itemId }) =>
    say(
      `说明理由后略过${filingZh(filingId)} 的补正事项 ${itemId}`,
      `Item ${itemId} of the correction of ${filingId} was passed over for a reason`,
    ),
  'permit-paper-noted': ({ filingId, form, differences }) => {
    const kind = form === null ? null : forms[form];
    const zh = [kind?.zh, differences.length > 0 ? '与申报不一致之处由人员说明理由后按原样登记' : null];
    const en = [kind?.en, differences.length > 0 ? 'taken as it is where it differs from the filing' : null];
    return say(`${filingZh(filingId)} 的许可证：${joined(zh, '，')}`, `Permit of ${filingId}: ${joined(en, ', ')}`);
  },
};

const forms = { electronic: say('电子证照', 'electronic'), paper: say('纸质许可证', 'on paper') };

const joined = (parts: (string | null | undefined)[], by: string): string =>
  parts.filter((part) => typeof part === 'string').join(by);

/** A corrected member with what stood there and what should; of items only how many there are. */
export function corrected(member: string, from: CorrectedValue, to: CorrectedValue, names: NamesInLaw): Bilingual {
  const name = wordFor(member.split('.').at(-1) ?? member, memberWords);
  const told = (value: CorrectedValue) =>
    member === 'reroutedTo' && typeof value === 'string' ? names.authority(value) : shown(value, names);
  const [before, after] = [told(from), told(to)];
  return say(`${name.zh}：${before.zh} → ${after.zh}`, `${name.en} from ${before.en} to ${after.en}`);
}

function shown(value: CorrectedValue, names: NamesInLaw): Bilingual {
  if (value === null) return say('空', 'none');
  if (typeof value === 'string') return say(value, value);
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  if (isPeriod(value))
    return say(`${value.startedOn} 至 ${value.stoppedOn ?? '今'}`, `${value.startedOn} to ${value.stoppedOn ?? 'now'}`);
  if (!Array.isArray(value))
    return value.kind === 'nationwide' ? say('全国', 'nationwide') : listed(value.provinces.map(names.province));
  const codes = value.filter((part) => typeof part === 'string');
  if (codes.length === value.length && codes.length > 0) return serviceTypes(codes, names);
  return say(`${value.length}项`, counted(value.length, 'item'));
}
