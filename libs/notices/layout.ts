import type { Language } from './content.js';
import type { DigestBody } from './digest-body.js';
import type { LetterBody } from './letter-body.js';

/** The letter as plain text, in lines that any mail program shows well. */
export function asText(body: LetterBody): string {
  const paragraphs = [body.greeting, ...textOf(body), `${body.url.label}: ${body.url.href}`, `-- \n${body.footer}`];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The same as HTML: no script, no picture, nothing loaded from elsewhere. */
export function asHtml(body: LetterBody, language: Language): string {
  return page(body.subject, language, [
    `<p>${escaped(body.greeting)}</p>`,
    ...htmlOf(body),
    `<p>${link(body.url)}</p>`,
    `<footer>${escaped(body.footer)}</footer>`,
  ]);
}

export function digestAsText(body: DigestBody): string {
  const paragraphs = [
    body.greeting,
    body.lead,
    ...body.licenses.flatMap(({ title, url, letters }) => [
      `== ${title} ==\n${url.label}: ${url.href}`,
      ...letters.flatMap(textOf),
    ]),
    `-- \n${body.footer}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

export function digestAsHtml(body: DigestBody, language: Language): string {
  return page(body.subject, language, [
    `<p>${escaped(body.greeting)}</p>`,
    `<p>${escaped(body.lead)}</p>`,
    ...body.licenses.flatMap(({ title, url, letters }) => [
      `<h2>${escaped(title)}</h2>`,
      `<p>${link(url)}</p>`,
      ...letters.flatMap(htmlOf),
    ]),
    `<footer>${escaped(body.footer)}</footer>`,
  ]);
}

function textOf({ marks, lead, facts, acknowledge }: LetterBody): string[] {
  return [
    ...marks.map((mark) => `! ${mark}`),
    lead,
    facts.map(({ label, value }) => `${label}: ${value.replaceAll('\n', '\n  ')}`).join('\n'),
    ...(acknowledge ? [`${acknowledge.label}: ${acknowledge.href}`] : []),
  ];
}

function htmlOf({ marks, lead, facts, acknowledge }: LetterBody): string[] {
  const rows = facts
    .map(({ label, value }) => `<tr><th>${escaped(label)}</th><td>${escaped(value).replaceAll('\n', '<br>')}</td></tr>`)
    .join('\n');
  return [
    ...marks.map((mark) => `<p class="mark"><strong>${escaped(mark)}</strong></p>`),
    `<p>${escaped(lead)}</p>`,
    `<table>\n${rows}\n</table>`,
    ...(acknowledge ? [`<p>${link(acknowledge)}</p>`] : []),
  ];
}

const link = ({ label, href }: LetterBody['url']): string => `<a href="${escaped(href)}">${escaped(label)}</a>`;

function page(title: string, language: Language, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 sans-serif; color: #1a1a1a; max-width: 40em; margin: 1em auto; padding: 0 1em }
h2 { font-size: 18px; margin-top: 2em }
.mark { border-left: 4px solid #b34700; padding-left: .75em }
th { text-align: left; vertical-align: top; padding: .25em 1em .25em 0; font-weight: 600 }
td { padding: .25em 0; overflow-wrap: anywhere }
footer { color: #555; font-size: 14px; margin-top: 2em }
</style>
</head>
<body>
${parts.join('\n')}
</body>
</html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
