import { searchAttributeNames } from '../../../../libs/contracts/index.js';
import { type Check, error, type Finding, ok } from '../check.js';
import { some, temporalPlace } from '../where.js';

/** What a server must have been told for us. `history.maxInFlightUpdates` cannot be asked for from outside. */
export const temporalSettings: Check = {
  name: 'temporal-settings',
  needs: ['temporal'],
  async look({ config, temporal }) {
    const where = temporalPlace(config);
    const findings: Finding[] = [];
    const known = await temporal.searchAttributes();
    const missing = Object.values(searchAttributeNames).filter((name) => !known.includes(name));
    if (missing.length > 0) {
      findings.push(
        error(
          where,
          { zh: `缺少搜索属性：${some(missing)}`, en: `Search attributes are missing: ${some(missing)}` },
          {
            zh: '重启 worker（启动时登记），或由 Temporal 管理员登记为 Keyword',
            en: 'Start a worker anew, which registers them, or let the Temporal administrator add them as Keyword.',
          },
        ),
      );
    }
    if (!(await temporal.takesUpdates())) {
      findings.push(
        error(
          where,
          { zh: '此命名空间不接受 Update', en: 'The namespace takes no Updates' },
          {
            zh: '在动态配置中打开 frontend.enableUpdateWorkflowExecution（见 deploy/temporal/dynamic-config.yaml）',
            en: 'Switch frontend.enableUpdateWorkflowExecution on in the dynamic configuration (deploy/temporal/dynamic-config.yaml).',
          },
        ),
      );
    }
    return findings.length > 0
      ? findings
      : [ok(where, '搜索属性与 Update 可用', 'Search attributes are registered and Updates are taken')];
  },
};
