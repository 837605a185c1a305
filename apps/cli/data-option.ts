import type { CommandOption } from './command.js';

/** Of commands that join an installation. */
export const dataOption: CommandOption = {
  type: 'string',
  placeholder: '<folder>',
  describe: { zh: '本机运行中实例的数据目录，同 heal', en: 'data folder of a stack that runs here, as for heal' },
};
