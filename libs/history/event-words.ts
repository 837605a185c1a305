import { dutyNames, filingNames, type LicenseEventType, type RecordedEvent, upcast } from '../domain/index.js';
import type { Envelope } from '../ledger/envelope.js';
import { type Bilingual, type NamesInLaw, namesInLaw } from '../rulebook/index.js';
import { authorityWords, corrected } from './authority-words.js';
import { attentionWords, changeWords, factWords, flagWords, roleWords } from './code-words.js';
import { conductWords } from './conduct-words.js';
import {
  counted,
  dutyNamed,
  filingZh,
  listed,
  numbered,
  reminderNamed,
  say,
  serviceTypes as typesNamed,
  type WordsFor,
  wordFor,
} from './event-say.js';
import { materialWords } from './material-words.js';

type Words = WordsFor<LicenseEventType>;

/** What happened, in a sentence. No free text and no names: those are behind references. */
const words: Words = {
  'license-opened': ({ authority, serviceTypes }, names) => {
    const [types, by] = [typesNamed(serviceTypes, names), names.authority(authority)];
    return say(`开始准备许可证：${types.zh}，主管部门：${by.zh}`, `License opened: ${types.en}; decided by ${by.en}`);
  },
  'permit-registered': ({ permit }) =>
    say(`登记已持有的许可证 ${permit.number}`, `Permit ${permit.number}, already held, was registered`),
  'people-assigned': () => say('更换负责人', 'Owner, deputy and manager were named'),
  'absence-told': ({ from, until, calledOff }) =>
    calledOff
      ? say(`取消 ${from} 至 ${until} 的不在岗安排`, `The absence from ${from} to ${until} was called off`)
      : say(
          `有人员 ${from} 至 ${until} 不在岗，其间提醒同时发给接替人`,
          `Somebody is away from ${from} to ${until}: reminders of these days go to the next in line as well`,
        ),
  'preparation-told': ({ kind, days }) => {
    const name = wordFor(kind, filingNames);
    return say(
      `公司其他许可证准备${name.zh}用时：${days.join('、')} 个工作日`,
      `Preparing a filing (${name.en}) took other licenses of the company, in working days: ${days.join(', ')}`,
    );
  },
  'ladder-chosen': ({ kind, offsets }) => chosenDays('本许可证', 'for this license', kind, offsets),
  'house-ladder-adopted': ({ kind, offsets }) => chosenDays('本机构', 'by the house', kind, offsets),
  'filing-opened': ({ filingId, kind, follows }) => {
    const { zh, en } = wordFor(kind, filingNames);
    return follows === undefined
      ? say(`开始准备申报 ${filingId}（${zh}）`, `Filing ${filingId} was opened (${en})`)
      : say(
          `向另一主管部门开始准备申报 ${filingId}（${zh}），承接${filingZh(follows)}`,
          `Filing ${filingId} (${en}) was opened for another authority; it goes on with ${follows}`,
        );
  },
  'pack-signed-off': ({ filingId }) =>
    say(`${filingZh(filingId)} 的材料由第二人签核`, `The pack of ${filingId} was signed off by a second person`),
  'filing-submitted': ({ filingId, round }) =>
    say(`${filingZh(filingId)} 第${round}次提交`, `${filingId} was submitted, round ${round}`),
  'receipt-recorded': ({ filingId, receivedOn, number }) =>
    say(
      `主管部门于 ${receivedOn} 收到${filingZh(filingId)}${numbered(number).zh}`,
      `The authority received ${filingId} on ${receivedOn}${numbered(number).en}`,
    ),
  'correction-requested': ({ filingId, noticedOn, items }) =>
    say(
      `${noticedOn} 要求补正${filingZh(filingId)}，共${items.length}项`,
      `Correction of ${filingId} was asked for on ${noticedOn}, ${counted(items.length, 'item')}`,
    ),
  'filing-accepted': ({ filingId, acceptedOn, number }) =>
    say(
      `${acceptedOn} 受理${filingZh(filingId)}${numbered(number).zh}`,
      `${filingId} was accepted on ${acceptedOn}${numbered(number).en}`,
    ),
  'acceptance-deemed': ({ filingId, acceptedOn }) =>
    say(
      `五个工作日未答复，${filingZh(filingId)} 自 ${acceptedOn} 视为受理，待人工确认`,
      `Five silent working days: ${filingId} counts as accepted as of ${acceptedOn}, for a person to confirm`,
    ),
  'deemed-acceptance-confirmed': ({ filingId }) =>
    say(`确认${filingZh(filingId)} 视为受理`, `The deemed acceptance of ${filingId} was confirmed`),
  'deemed-acceptance-retracted': ({ filingId, wrongNotices }) =>
    say(
      `撤回${filingZh(filingId)} 的视为受理，已误发提醒${wrongNotices.length}条`,
      `The deemed acceptance of ${filingId} was retracted; ${counted(wrongNotices.length, 'wrong reminder')} had left`,
    ),
  'filing-not-accepted': ({ filingId, decidedOn }) =>
    say(`${decidedOn} 不予受理${filingZh(filingId)}`, `${filingId} was not accepted, ${decidedOn}`),
  'expert-review-started': ({ filingId, from, number }) => {
    const by = numbered(number ?? null);
    return say(
      `${from} 起对${filingZh(filingId)} 专家评审${by.zh}，审查期限暂停`,
      `Expert review of ${filingId}${by.en} from ${from}: the clock stands still`,
    );
  },
  'expert-review-ended': ({ filingId, on }) =>
    say(`${on} 专家评审结束（${filingZh(filingId)}）`, `Expert review of ${filingId} ended on ${on}`),
  'filing-granted': ({ filingId, grantedOn, refusedTypes }, names) => {
    const refused = typesNamed(refusedTypes, names);
    return say(
      `${grantedOn} 批准${filingZh(filingId)}${refusedTypes.length > 0 ? `，其中 ${refused.zh} 不予批准` : ''}`,
      `${filingId} was granted on ${grantedOn}${refusedTypes.length > 0 ? `, but not for ${refused.en}` : ''}`,
    );
  },
  'filing-refused': ({ filingId, refusedOn }) =>
    say(`${refusedOn} 不予批准${filingZh(filingId)}`, `${filingId} was refused on ${refusedOn}`),
  'filing-withdrawn': ({ filingId, withdrawnOn }) =>
    say(`${withdrawnOn} 撤回申请：${filingZh(filingId)}`, `${filingId} was withdrawn on ${withdrawnOn}`),
  'report-returned': ({ filingId, returnedOn, number }) => {
    const by = numbered(number ?? null);
    return say(
      `${returnedOn} 年报 ${filingId} 被退回修改${by.zh}`,
      `Report ${filingId} came back on ${returnedOn}${by.en}`,
    );
  },
  'report-filed': ({ filingId, filedOn }) =>
    say(`${filedOn} 年报 ${filingId} 完成`, `Report ${filingId} was filed on ${filedOn}`),
  'permit-issued': ({ permit, issuedOn }) =>
    say(`${issuedOn} 颁发许可证 ${permit.number}`, `Permit ${permit.number} was issued on ${issuedOn}`),
  'permit-amended': ({ permit, amendedOn }) =>
    say(`${amendedOn} 变更许可证 ${permit.number}`, `Permit ${permit.number} was amended on ${amendedOn}`),
  'permit-renewed': ({ permit, issuedOn }) =>
    say(`${issuedOn} 许可证 ${permit.number} 续期`, `Permit ${permit.number} was renewed on ${issuedOn}`),
  'renewal-deemed': ({ validFrom, lastDay }) =>
    say(
      `到期未答复，视为准予延续：${validFrom} 至 ${lastDay}，待新证确认`,
      `Silence at expiry: renewed from ${validFrom} to ${lastDay}, provisional until the new permit`,
    ),
  'deemed-renewal-confirmed': ({ filingId }) =>
    say(`确认视为准予延续（${filingZh(filingId)}）`, `The deemed renewal by ${filingId} was confirmed`),
  'deemed-renewal-retracted': ({ filingId }) =>
    say(`撤回视为准予延续（${filingZh(filingId)}）`, `The deemed renewal by ${filingId} was retracted`),
  'permit-end-decided': ({ lastDay }) =>
    say(`人工确认有效期至 ${lastDay}`, `A person decided that the permit ends on ${lastDay}`),
  'permit-expired': ({ lastDay }) => say(`许可证于 ${lastDay} 期满失效`, `The permit expired after ${lastDay}`),
  'permit-suspended': ({ from }) => say(`自 ${from} 起停业整顿`, `Ordered to stop from ${from}`),
  'suspension-lifted': ({ on, number }) => {
    const by = numbered(number ?? null);
    return say(`${on} 恢复经营${by.zh}`, `The order to stop was lifted on ${on}${by.en}`);
  },
  'permit-revoked': ({ on }) => say(`${on} 许可证被吊销`, `The permit was revoked as a penalty on ${on}`),
  'permit-set-aside': ({ on }) => say(`${on} 许可证被撤销`, `The permit was set aside on ${on}: wrongly granted`),
  'permit-withdrawn': ({ on }) => say(`${on} 许可证被撤回`, `The permit was withdrawn on ${on}: law or facts changed`),
  'permit-cancelled': ({ cancelledOn }) =>
    say(`${cancelledOn} 注销许可证`, `The permit was formally cancelled on ${cancelledOn}`),
  'service-opened': ({ serviceType, openedOn, violation }, names) => {
    const { zh, en } = typesNamed([serviceType], names);
    return say(
      `${openedOn} 开通业务 ${zh}${violation ? '（无证经营，按违规登记）' : ''}`,
      `Service ${en} was opened on ${openedOn}${violation ? ', entered as a violation' : ''}`,
    );
  },
  'company-fact-recorded': ({ change, facts }) => {
    const { zh, en } = change
      ? wordFor(change.kind, changeWords)
      : listed(Object.keys(facts).map((fact) => wordFor(fact, factWords)));
    return say(`公司信息变更：${zh}`, `Company facts changed: ${en}`);
  },
  'company-flag-listed': ({ flag, on }) => {
    const { zh, en } = wordFor(flag, flagWords);
    return say(`${on} 公司被列入：${zh}`, `The company was listed on ${on}: ${en}`);
  },
  'company-flag-cleared': ({ flag, on }) => {
    const { zh, en } = wordFor(flag, flagWords);
    return say(`${on} 公司被移出：${zh}`, `The company was taken from a list on ${on}: ${en}`);
  },
  'operator-question-answered': ({ operatorChanges }) =>
    say(
      `股东变更${operatorChanges ? '涉及' : '不涉及'}经营主体变化`,
      `The shareholder change ${operatorChanges ? 'changes' : 'does not change'} the operator`,
    ),
  'notice-due': ({ obligationId, rung, to, withheld }) => {
    const reminder = reminderNamed(obligationId, rung);
    if (withheld)
      return say(
        `导入前已到期的提醒：${reminder.zh}；仅作记录，不通知任何人`,
        `Notice due before the import: ${reminder.en}; recorded, nobody is told`,
      );
    const told = listed(to.map(({ role }) => wordFor(role, roleWords)));
    return say(`提醒到期：${reminder.zh}；收件人：${told.zh}`, `Notice due: ${reminder.en}; to ${told.en}`);
  },
  'notice-acknowledged': ({ obligationId, rung }) => {
    const { zh, en } = reminderNamed(obligationId, rung);
    return say(`已确认提醒：${zh}`, `Notice acknowledged: ${en}`);
  },
  'notice-snoozed': ({ obligationId, rung, until }) => {
    const { zh, en } = reminderNamed(obligationId, rung);
    return say(`提醒推迟至 ${until}：${zh}`, `Notice put off until ${until}: ${en}`);
  },
  'waiver-proposed': ({ obligationId }) => {
    const { zh, en } = dutyNamed(obligationId);
    return say(`提议免除：${zh}`, `A waiver was proposed: ${en}`);
  },
  'obligation-waived': ({ obligationId }) => {
    const { zh, en } = dutyNamed(obligationId);
    return say(`经第二人同意免除：${zh}`, `Waived by two persons: ${en}`);
  },
  'attention-raised': ({ reason }) => {
    const { zh, en } = wordFor(reason, attentionWords);
    return say(`需要人工处理：${zh}`, `A person must look: ${en}`);
  },
  'attention-cleared': ({ reason }) => {
    const { zh, en } = wordFor(reason, attentionWords);
    return say(`已人工处理：${zh}`, `A person has looked: ${en}`);
  },
  'calendar-adopted': ({ calendar, moved }) =>
    say(
      `采用工作日历 ${calendar}，${moved.length}个日期改变`,
      `Calendar ${calendar} was adopted, ${counted(moved.length, 'date')} moved`,
    ),
  'rulebook-adopted': ({ pack, moved }) =>
    say(
      `采用规则 ${pack}，${moved.length}个日期改变`,
      `Rule pack ${pack} was adopted, ${counted(moved.length, 'date')} moved`,
    ),
  'readings-adopted': ({ readings, houseSeq, moved }) =>
    say(
      `采用内部记录第${houseSeq}条确定的${Object.keys(readings).length}项解释，${moved.length}个日期改变`,
      `Readings settled up to entry ${houseSeq} of the house were adopted (${Object.keys(readings).length}), ${counted(moved.length, 'date')} moved`,
    ),
  'notice-published': ({ filingId, publishedOn, number }) => {
    const by = numbered(number ?? null);
    return say(
      `${publishedOn} 公示/公告（${filingZh(filingId)}）${by.zh}`,
      `Public notice for ${filingId} on ${publishedOn}${by.en}`,
    );
  },
  'permit-reissued': ({ number, issuedOn }) =>
    say(`${issuedOn} 补发许可证 ${number}`, `A new paper of permit ${number} was issued on ${issuedOn}`),
  'permit-expiry-retracted': ({ lastDay }) =>
    say(
      `更正后有效期至 ${lastDay}，撤回期满失效`,
      `Corrected: the permit holds until ${lastDay}, its expiry is retracted`,
    ),
  'non-renewal-decided': ({ decidedOn, serviceTypes }, names) => {
    const { zh, en } = typesNamed(serviceTypes, names);
    return say(`${decidedOn} 决定不再续期：${zh}`, `Decided on ${decidedOn} not to renew: ${en}`);
  },
  'non-renewal-withdrawn': ({ on }) =>
    say(`${on} 撤回不再续期的决定`, `The decision not to renew was withdrawn on ${on}`),
  'non-renewal-reported': ({ reportedOn, number }) =>
    say(
      `${reportedOn} 已向发证机关报告不再续期${numbered(number).zh}`,
      `The authority was told on ${reportedOn} that there will be no renewal${numbered(number).en}`,
    ),
  'permit-terminated': ({ filingId, endedOn }) =>
    say(
      `${endedOn} 许可证因终止经营注销（${filingZh(filingId)}）`,
      `The permit was ended on ${endedOn} by ${filingId}`,
    ),
  'services-terminated': ({ serviceTypes, endedOn }, names) => {
    const { zh, en } = typesNamed(serviceTypes, names);
    return say(`${endedOn} 终止业务 ${zh}，许可证继续有效`, `Services ended on ${endedOn}, the permit goes on: ${en}`);
  },
  'permit-replaced': ({ on, by }) =>
    say(`${on} 许可证由新许可证取代（${by}）`, `The permit was replaced on ${on} by that of license ${by}`),
  'permit-returned': ({ returnedOn }) =>
    say(`${returnedOn} 交回纸质许可证`, `The paper permit was handed back on ${returnedOn}`),
  'authority-moved': ({ authority, office }, names) => {
    const [by, at] = [names.authority(authority), names.office(office)];
    return say(`主管部门变为：${by.zh}，受理机构：${at.zh}`, `Now decided by ${by.en}, filed at ${at.en}`);
  },
  'entry-correction-proposed': ({ seq, member, from, to }, names) => {
    const { zh, en } = corrected(member, from, to, names);
    return say(`提议更正第${seq}条记录，${zh}`, `A correction of entry ${seq} was proposed: ${en}`);
  },
  'entry-corrected': ({ seq, changes }, names) => {
    const { zh, en } = listed(changes.map(({ member, from, to }) => corrected(member, from, to, names)));
    return say(`经第二人同意更正第${seq}条记录，${zh}`, `Entry ${seq} was corrected by two persons: ${en}`);
  },
  'simulation-marked': () => say('标记为模拟：时间被快进', 'Marked as simulated: its time was skipped'),
  'license-closed': () => say('许可证事项关闭', 'The license was closed'),
  erased: (data) =>
    data.what === 'texts'
      ? say(`${data.refs.length} 段文字已删除，无法恢复`, `Texts were erased for good: ${data.refs.length}`)
      : say(`${data.files.length} 个文件已删除，无法恢复`, `Files were erased for good: ${data.files.length}`),
  ...materialWords,
  ...conductWords,
  ...authorityWords,
};

function chosenDays(zhOf: string, enOf: string, kind: string, offsets: number[] | null): Bilingual {
  const { zh, en } = wordFor(kind, dutyNames);
  return offsets === null
    ? say(`${zhOf}恢复“${zh}”的默认提醒`, `The default reminders (${en}) hold again, chosen ${enOf}`)
    : say(
        `${zhOf}设定“${zh}”的提醒：安全日前 ${offsets.join('、')} 天`,
        `Reminders (${en}), ${offsets.join(', ')} days before the safe day, were chosen ${enOf}`,
      );
}

/**
 * Null for a type or version that this program does not know.
 * @param packId the pack that the license pinned, by which codes are named
 */
export function inWords(entry: Pick<Envelope, 'type' | 'v' | 'data'>, packId: string | null): Bilingual | null {
  if (!Object.hasOwn(words, entry.type)) return null;
  const present = upcast(entry as Pick<RecordedEvent, 'type' | 'v' | 'data'>);
  if (!present) return null;
  const tell = words[present.type] as (data: unknown, names: NamesInLaw) => Bilingual;
  return tell(present.data, namesInLaw(packId));
}

/** Every type of a license's events, for those who choose among them. */
export const eventTypes: readonly string[] = Object.keys(words);
