import type { Language } from './content.js';
import type { LetterBody } from './letter-body.js';

/** The letter as plain text, in lines that any mail program shows well. */
export function asText(body: LetterBody): string {
  const paragraphs = [
    body.greeting,
    ...body.marks.map((mark) => `! ${mark}`),
    body.lead,
    body.facts.map(({ label, value }) => `${label}: ${value.replaceAll('\n', '\n  ')}`).join('\n'),
    `${body.url.label}: ${body.url.href}`,
    `-- \n${body.footer}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The same as HTML: no script, no picture, nothing loaded from elsewhere. */
export function asHtml(body: LetterBody, language: Language): string {
  const marks = body.marks.map((mark) => `<p class="mark"><strong>${escaped(mark)}</strong></p>`).join('\n');
  const rows = body.facts
    .map(({ label, value }) => `<tr><th>${escaped(label)}</th><td>${escaped(value).replaceAll('\n', '<br>')}</td></tr>`)
    .join('\n');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(body.subject)}</title>
<style>
body { font: 16px/1.5 sans-serif; color: #1a1a1a; max-width: 40em; margin: 1em auto; padding: 0 1em }
.mark { border-left: 4px solid #b34700; padding-left: .75em }
th { text-align: left; vertical-align: top; padding: .25em 1em .25em 0; font-weight: 600 }
td { padding: .25em 0; overflow-wrap: anywhere }
footer { color: #555; font-size: 14px; margin-top: 2em }
</style>
</head>
<body>
<p>${escaped(body.greeting)}</p>
${marks}
<p>${escaped(body.lead)}</p>
<table>
${rows}
</table>
<p><a href="${escaped(body.url.href)}">${escaped(body.url.label)}</a></p>
<footer>${escaped(body.footer)}</footer>
</body>
</html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
