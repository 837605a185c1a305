import { escaped } from '../http/html.js';
import type { Language } from '../http/language.js';
import type { Wording } from './catalog.js';

interface Text {
  title: string;
  help: string;
  code: string;
  again: string;
  all: string;
  other: string;
}

const texts: Record<Language, Text> = {
  zh: {
    title: '错误代码',
    help: '怎么办',
    code: '代码',
    again: '具体位置与原因见返回内容中的 detail、pointer 与 errors；向管理员求助时请提供 requestId。',
    all: '全部错误代码',
    other: 'English',
  },
  en: {
    title: 'Error codes',
    help: 'What to do',
    code: 'Code',
    again:
      'Where and why is said by detail, pointer and errors of the answer; give its requestId when you ask your administrator.',
    all: 'All error codes',
    other: '中文',
  },
};

/** One code for whoever meets it in an answer and opens its address. */
export function problemPage(language: Language, code: string, { title, remedy }: Wording): string {
  const text = texts[language];
  return page(
    language,
    title[language],
    `<p>${text.code}: <code>${escaped(code)}</code></p>
<h2>${text.help}</h2>
<p>${escaped(remedy[language])}</p>
<p class="small">${text.again}</p>
<p><a href="/problems?lang=${language}">${text.all}</a></p>`,
  );
}

export function problemIndexPage(language: Language, problems: readonly (Wording & { code: string })[]): string {
  const lines = problems.map(
    ({ code, title }) =>
      `<li><a href="/problems/${code}?lang=${language}"><code>${escaped(code)}</code></a> ${escaped(title[language])}</li>`,
  );
  return page(language, texts[language].title, `<ul>\n${lines.join('\n')}\n</ul>`);
}

function page(language: Language, title: string, body: string): string {
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/home.css">
</head>
<body>
<main>
<p class="other"><a href="?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${texts[language].other}</a></p>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
