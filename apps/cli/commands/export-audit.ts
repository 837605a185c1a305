/** `paizhao export-audit`: one license for an auditor, in one file that is verified without us. */
import { isCivilDate } from '../../../libs/calendar/index.js';
import { loadLawFolder } from '../../../libs/law/index.js';
import { type BundleReport, exportBundle } from '../audit-bundle/export-bundle.js';
import { type Command, type Language, UsageError } from '../command.js';
import { dataOption } from '../data-option.js';
import { operatorOptions, operatorSaid } from '../operator.js';

const mostReason = 500;

export const exportAudit: Command = {
  describe: {
    zh: '导出一个许可证的审计包（ZIP）：记录链、检查点与证明、规则与日历、材料哈希、期限证明、送达记录和报告，供离线核验',
    en: 'write the audit bundle of a license (ZIP): chains, checkpoints and proofs, law, hashes of documents, proofs of dates, deliveries and a report, to be verified offline',
  },
  positionals: [],
  options: {
    license: {
      type: 'string',
      placeholder: '<id or permit number>',
      describe: { zh: '许可证的 id 或许可证编号', en: 'id of the license, or the number of its permit' },
    },
    from: {
      type: 'string',
      placeholder: '<day>',
      describe: { zh: '所涵盖的第一日，YYYY-MM-DD', en: 'the first day that is covered, YYYY-MM-DD' },
    },
    to: {
      type: 'string',
      placeholder: '<day>',
      describe: { zh: '所涵盖的最后一日，YYYY-MM-DD', en: 'the last day that is covered, YYYY-MM-DD' },
    },
    files: {
      type: 'boolean',
      describe: {
        zh: '附上该期间的文件，报告中写出姓名与理由（含个人信息）',
        en: 'with the files of these days, and names and reasons in the report: personal data',
      },
    },
    reason: {
      type: 'string',
      placeholder: '<text>',
      describe: { zh: '导出原因，记入访问记录', en: 'why, for the access record' },
    },
    ...operatorOptions,
    out: {
      type: 'string',
      placeholder: '<file>',
      describe: { zh: '要写的文件，不得已存在', en: 'the file to write; none is replaced' },
    },
    data: dataOption,
  },
  examples: [
    'export-audit --license 沪B2-20230001 --from 2026-01-01 --to 2026-12-31 --token my.token --out audit.zip',
    'export-audit --license 沪B2-20230001 --from 2026-01-01 --to 2026-12-31 --by officer@example.com --out audit.zip',
  ],
  personal: true,
  async run({ options }, { language, installation, readText }) {
    const named = (name: string): string => textOf(options[name], name);
    const [license, file] = [named('license'), named('out')];
    const days = { from: dayOf(named('from'), 'from'), to: dayOf(named('to'), 'to') };
    if (days.from > days.to)
      throw new UsageError('invalid-period', `export-audit: --to ${days.to} lies before --from ${days.from}`);
    const reason = typeof options.reason === 'string' ? options.reason : null;
    if (reason !== null && [...reason].length > mostReason)
      throw new UsageError('invalid-option', `export-audit: --reason takes ${mostReason} characters`);
    const operator = operatorSaid('export-audit', options, readText);
    const config = await installation(typeof options.data === 'string' ? options.data : null);
    if (reason === null && config.http.reasonsDemanded)
      throw new UsageError('reason-missing', 'export-audit: this house wants to know why: say --reason <text>');
    if (config.lawFolder) loadLawFolder(config.lawFolder);
    const report = await exportBundle(config, {
      license,
      file,
      ...days,
      files: options.files === true,
      reason,
      operator,
    });
    return { json: report, lines: words[language](report) };
  },
};

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError('missing-argument', `export-audit: --${name} is missing; see paizhao export-audit --help`);
}

function dayOf(text: string, name: string): string {
  if (isCivilDate(text)) return text;
  throw new UsageError('invalid-date', `export-audit: --${name}: "${text}" is no day; expected YYYY-MM-DD`);
}

const words: Record<Language, (report: BundleReport) => string[]> = {
  zh: ({ file, bytes, licenseId, from, to, createdAt }) => [
    `${file}：${bytes} 字节，许可证 ${licenseId}，${from} 至 ${to}，截至 ${createdAt}`,
    `离线核验：paizhao verify ${file} --key <指纹>（指纹请从别处取得）`,
  ],
  en: ({ file, bytes, licenseId, from, to, createdAt }) => [
    `${file}: ${bytes} bytes, license ${licenseId}, ${from} to ${to}, as it was at ${createdAt}`,
    `Verify it offline: paizhao verify ${file} --key <fingerprint, from elsewhere than this file>`,
  ],
};
