import { type Ailment, heal } from '../../../../libs/gateway/index.js';
import { ailmentWords } from '../../commands/heal-words.js';
import { type Check, error, ok } from '../check.js';
import { some, temporalPlace } from '../where.js';

/** Every open license has its workflow: what a dry run of heal finds, by what is wrong. */
export const workflows: Check = {
  name: 'workflows',
  needs: ['database', 'temporal'],
  async look({ config, healer }) {
    const where = temporalPlace(config);
    const { checked, findings, fanOuts } = await heal(healer, { act: false, perSecond: 1, patienceMs: 0 });
    const byAilment = new Map<Ailment, string[]>();
    for (const { ailment, licenseId } of findings)
      byAilment.set(ailment, [...(byAilment.get(ailment) ?? []), licenseId]);
    const remedy = {
      zh: '先看 paizhao heal 的清单，再运行 paizhao heal --do',
      en: 'Read the list of paizhao heal, then run paizhao heal --do.',
    };
    const found = [...byAilment].map(([ailment, ids]) =>
      error(
        where,
        {
          zh: `${ailmentWords.zh[ailment]}：${some(ids)}`,
          en: `${ids.length} licenses: ${ailmentWords.en[ailment]}: ${some(ids)}`,
        },
        remedy,
      ),
    );
    if (fanOuts.length > 0) {
      const what = {
        zh: `${fanOuts.length} 个公司或机构事件的传达没有在运行`,
        en: `${fanOuts.length} company or house events are not being carried to their licenses`,
      };
      found.push(error(where, what, remedy));
    }
    return found.length > 0
      ? found
      : [ok(where, `${checked} 个许可证的流程均正常`, `The workflows of ${checked} licenses are well`)];
  },
};
