import type { ConductEventType } from '../domain/index.js';
import { counted, filingZh, listed, numbered, say, serviceTypes, type WordsFor } from './event-say.js';

/** What happened in the business under a permit. */
export const conductWords: WordsFor<ConductEventType> = {
  'operation-started': ({ operationId, serviceType, province, startedOn }, names) => {
    const [type, place] = [serviceTypes([serviceType], names), names.province(province)];
    return say(
      `${startedOn} 起在${place.zh}经营 ${type.zh}（${operationId}）`,
      `${type.en} runs in ${place.en} from ${startedOn} on (${operationId})`,
    );
  },
  'operation-stopped': ({ operationId, stoppedOn }) =>
    say(`${operationId} 经营至 ${stoppedOn} 停止`, `${operationId} stopped; it last ran on ${stoppedOn}`),
  'operation-corrected': ({ operationId, period }) =>
    period === null
      ? say(`更正：${operationId} 系误登记`, `Corrected: ${operationId} was entered by mistake`)
      : say(
          `更正：${operationId} 自 ${period.startedOn} 至 ${period.stoppedOn ?? '今'}`,
          `Corrected: ${operationId} ran from ${period.startedOn} to ${period.stoppedOn ?? 'now'}`,
        ),
  'income-stated': ({ income, asOf }) =>
    say(
      `填报截至 ${asOf} 的无许可经营收入：${income} 元`,
      `Income without a permit, as of ${asOf}: RMB ${income} was stated`,
    ),
  'operating-alarm-raised': ({ operationId, serviceType, province, from }, names) => {
    const [type, place] = [serviceTypes([serviceType], names), names.province(province)];
    return say(
      `无证经营警报：${type.zh}自 ${from} 起在${place.zh}无权经营（${operationId}）`,
      `Alarm: ${type.en} runs in ${place.en} without a right since ${from} (${operationId})`,
    );
  },
  'inspection-announced': ({ inspectionId, announcedOn, number }) =>
    say(
      `${announcedOn} 收到检查通知 ${inspectionId}${numbered(number).zh}`,
      `Inspection ${inspectionId} was announced on ${announcedOn}${numbered(number).en}`,
    ),
  'inspection-held': ({ inspectionId, heldOn, findings }) =>
    say(
      `${heldOn} 接受检查 ${inspectionId}，发现问题${findings.length}项`,
      `Inspection ${inspectionId} was held on ${heldOn}, ${counted(findings.length, 'finding')}`,
    ),
  'inspection-answered': ({ inspectionId, answeredOn, number }) =>
    say(
      `${answeredOn} 答复检查 ${inspectionId}${numbered(number).zh}`,
      `Inspection ${inspectionId} was answered on ${answeredOn}${numbered(number).en}`,
    ),
  'site-visit-noted': ({ filingId, on, officials }) =>
    say(
      `${on} 就${filingZh(filingId)} 现场核查，工作人员${officials}名`,
      `Site visit for ${filingId} on ${on}, ${counted(officials, 'official')}`,
    ),
  'special-condition-recorded': ({ conditionId, dueOn }) =>
    say(
      `登记特别规定事项 ${conditionId}${dueOn === null ? '' : `，期限 ${dueOn}`}`,
      `Special condition ${conditionId} was recorded${dueOn === null ? '' : `, to be met by ${dueOn}`}`,
    ),
  'special-condition-met': ({ conditionId, metOn }) =>
    say(`${metOn} 完成特别规定事项 ${conditionId}`, `Special condition ${conditionId} was met on ${metOn}`),
  'companion-recorded': ({ number, lastDay }) =>
    say(
      `登记码号使用证书 ${number}，有效期至 ${lastDay}`,
      `The certificate of number ${number} was recorded; it ends on ${lastDay}`,
    ),
  'companion-renewed': ({ companionId, lastDay }) =>
    say(
      `码号使用证书 ${companionId} 续期至 ${lastDay}`,
      `Number certificate ${companionId} was renewed until ${lastDay}`,
    ),
  'companion-report-filed': ({ companionId, year, filedOn }) =>
    say(
      `${filedOn} 报送 ${companionId} ${year} 年码号年报`,
      `The ${year} report on ${companionId} was filed on ${filedOn}`,
    ),
  'companion-ended': ({ companionId, endedOn }) =>
    say(`码号使用证书 ${companionId} 于 ${endedOn} 终止`, `Number certificate ${companionId} ended on ${endedOn}`),
  'subsidiary-authorized': ({ name, provinces }, names) => {
    const places = listed(provinces.map(names.province));
    return say(`授权子公司经营：${name}（${places.zh}）`, `Subsidiary ${name} was authorized (${places.en})`);
  },
  'subsidiary-ended': ({ subsidiaryId, endedOn }) =>
    say(
      `${endedOn} 终止对子公司 ${subsidiaryId} 的授权`,
      `The authorization of subsidiary ${subsidiaryId} ended on ${endedOn}`,
    ),
  'duty-confirmed': ({ duty, on }, names) => {
    const { zh, en } = names.duty(duty);
    return say(`${on} 确认已履行：${zh}`, `Confirmed on ${on} as done: ${en}`);
  },
};
