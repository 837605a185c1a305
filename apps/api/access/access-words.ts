import type { AccessEntry } from '../../../libs/persistence/index.js';
import type { Bilingual } from '../../../libs/rulebook/index.js';
import { catalog } from '../problems/catalog.js';
import { outsideScope } from './access-errors.js';
import type { Question, SensitiveWhat } from './access-kinds.js';

const say = (zh: string, en: string): Bilingual => ({ zh, en });

const papers: Readonly<Record<SensitiveWhat, Bilingual>> = {
  material: say('材料文件', 'a material'),
  scan: say('证照、文书的扫描件', 'a scanned paper'),
  draft: say('申报材料草稿', 'a drafted paper'),
  'portal-form': say('网上填报内容', 'the form for the portal'),
  pack: say('已签核的申报材料', 'a signed pack'),
  chain: say('许可证的全部账本', 'the whole ledger of a license'),
  deliveries: say('许可证的全部发送记录', 'all deliveries of a license'),
};

const questions: Readonly<Record<Question, Bilingual>> = {
  license: say('一项许可证的往日情况', 'a license as it was'),
  obligation: say('一项义务的往日情况', 'a duty as it was'),
  'license-changes': say('一项许可证在两日之间的变化', 'what changed of a license between two days'),
  company: say('一家公司的往日情况', 'a company as it was'),
  'company-changes': say('一家公司在两日之间的变化', 'what changed of a company between two days'),
  house: say('本机构往日的权限与规则', 'the house’s access and law as they were'),
  'house-changes': say('本机构在两日之间的变化', 'what changed of the house between two days'),
  licenses: say('许可证清单的往日情况', 'a list of licenses as they were'),
};

const wordsOf = (words: Readonly<Record<string, Bilingual>>, name: unknown): Bilingual | null =>
  words[String(name)] ?? null;

function bundleWords({ files, by, claimed }: AccessEntry['data']): Bilingual {
  const { zh, en } = files
    ? say('取得审计包（含文件）', 'Was handed an audit bundle with files')
    : say('取得审计包', 'Was handed an audit bundle');
  if (by !== 'command-line') return { zh, en };
  return claimed
    ? say(
        `命令行操作人（自称是所列人员）${zh}`,
        `${en}, at the command line, by somebody who claims to be the person named`,
      )
    : say(`在命令行${zh}`, `${en}, at the command line`);
}

/** By the title of the problem; of a code that this program does not know by the code. */
function denialWords(why: string, count: unknown): Bilingual {
  const known = Object.hasOwn(catalog, why) ? catalog[why]?.title : undefined;
  const { zh, en } = why === outsideScope ? say('超出授权范围', 'Outside the scope') : (known ?? say(why, why));
  return say(`访问被拒绝 ${count} 次（${zh}）`, `Denied, so often: ${count} (${en})`);
}

/** What somebody did, in a sentence without names; null for a type that this program does not know. */
export function accessWords({ type, data }: AccessEntry): Bilingual | null {
  switch (type) {
    case 'access-denied':
      return denialWords(String(data.why), data.count);
    case 'licenses-exported':
      return say(
        `导出 ${data.licenses} 项许可证的清单（${data.format}）`,
        `Exported a list of licenses (${data.licenses}, as ${data.format})`,
      );
    case 'papers-read': {
      const what = wordsOf(papers, data.what);
      return what && say(`查阅${what.zh}，${data.count} 次`, `Read ${what.en}, so often: ${data.count}`);
    }
    case 'as-of-asked': {
      const what = wordsOf(questions, data.question);
      return what && say(`查询${what.zh}`, `Asked about ${what.en}`);
    }
    case 'audit-bundle-exported':
      return bundleWords(data);
    case 'personal-data-exported':
      return say('导出一个人的全部个人信息', 'Was given all that is kept about a person');
    case 'calendar-fetched':
      return say('有人凭地址读取日历（每日记一次）', 'A calendar was fetched by its address (told once a day)');
    default:
      return null;
  }
}
