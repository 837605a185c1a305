import type { Language } from '../http/language.js';
import type { ApiOptions } from '../runtime/runtime.js';

interface Text {
  title: string;
  lead: string;
  links: string;
  docs: string;
  openapi: string;
  problems: string;
  ready: string;
  temporal: string;
  steps: string;
  step: string[];
  other: string;
  notice: string;
}

const texts: Record<Language, Text> = {
  zh: {
    title: '牌照 Paizhao',
    lead: '替企业管好增值电信业务经营许可证：准备申报、跟进审批、登记证件、按年按期提醒，每个日期都能说明依据。',
    links: '入口',
    docs: '接口文档（可直接试用）',
    openapi: 'OpenAPI 描述',
    problems: '错误代码',
    ready: '运行状态',
    temporal: 'Temporal 界面',
    steps: '开始使用',
    step: [
      '用首次启动时显示的管理员令牌，在接口文档右上角“Authorize”登录。',
      'POST /people 添加负责人、代理人、主管；POST /tokens 给他们各自的令牌。',
      'POST /assessments 看由谁审批、缺什么、要哪些材料。',
      'POST /companies 登记公司，POST /licenses 开始一个许可证，再用 POST /licenses/:id/filings 开始申报。',
      'GET /licenses/:id/agenda 查看每个期限及其依据。',
    ],
    other: 'English',
    notice: '不构成法律意见。',
  },
  en: {
    title: 'Paizhao 牌照',
    lead: "Keeps a company's Chinese telecom licenses alive: prepares filings, follows the authority, records permits, reminds in time, and can prove every date.",
    links: 'Where to go',
    docs: 'API documentation, ready to try',
    openapi: 'OpenAPI description',
    problems: 'Error codes',
    ready: 'Readiness',
    temporal: 'Temporal UI',
    steps: 'First steps',
    step: [
      'Take the admin token shown at the first start and press "Authorize" in the API documentation.',
      'Add the people of a license with POST /people and give each a token with POST /tokens.',
      'Ask POST /assessments who decides, what is missing and which materials are needed.',
      'Register the company (POST /companies), open a license (POST /licenses) and its first filing (POST /licenses/:id/filings).',
      'Read GET /licenses/:id/agenda: every date with its proof.',
    ],
    other: '中文',
    notice: 'Not legal advice.',
  },
};

export function homePage(language: Language, { version, links }: Pick<ApiOptions, 'version' | 'links'>): string {
  const text = texts[language];
  const other = language === 'zh' ? 'en' : 'zh';
  const items = [
    ['/docs', text.docs],
    ['/openapi.json', text.openapi],
    ['/problems', text.problems],
    ['/health/ready', text.ready],
    ...(links.temporalUi ? [[links.temporalUi, text.temporal]] : []),
  ] as [string, string][];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<link rel="stylesheet" href="/home.css">
</head>
<body>
<main>
<p class="other"><a href="/?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${text.other}</a></p>
<h1>${text.title}</h1>
<p>${text.lead}</p>
<h2>${text.links}</h2>
<ul>${items.map(([href, name]) => `<li><a href="${escaped(href)}">${name}</a></li>`).join('')}</ul>
<h2>${text.steps}</h2>
<ol>${text.step.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>
<p class="small">${text.notice} ${version}</p>
</main>
</body>
</html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

export const homeStyle = `:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { margin: 0 0 .5rem; }
h2 { margin-top: 2rem; font-size: 1.1rem; }
li { margin: .25rem 0; }
.other { text-align: right; margin: 0; }
.small { margin-top: 2.5rem; font-size: .875rem; opacity: .75; }
`;
