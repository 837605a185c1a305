import type { Ailment } from '../../../libs/gateway/index.js';
import type { Language } from '../command.js';

/** What may be wrong with a license's workflow, in plain words. */
export const ailmentWords: Record<Language, Record<Ailment, string>> = {
  zh: {
    'derived-behind': '快照或视图落后于记录链',
    'no-workflow': '没有运行中的流程',
    'task-failing': '流程任务反复失败',
    'clock-behind': '模拟许可证的时钟落后',
    'no-answer': '流程没有应答',
    'workflow-behind': '记录链已超前于流程所知',
    'ledger-behind': '记录链落后于流程所知（如恢复了备份）',
    'wake-up-overdue': '唤醒已过期一小时以上',
  },
  en: {
    'derived-behind': 'snapshot or views are behind the ledger',
    'no-workflow': 'no workflow runs',
    'task-failing': 'its workflow task fails again and again',
    'clock-behind': 'simulated, and its clock is behind its own time',
    'no-answer': 'its workflow does not answer',
    'workflow-behind': 'the ledger is ahead of what its workflow knows',
    'ledger-behind': 'the ledger is behind what its workflow has seen, as after a restored backup',
    'wake-up-overdue': 'its wake-up passed more than an hour ago',
  },
};
