const sheet = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 4rem; color: #1a1a1a; background: #fff;
  font: 0.95rem/1.6 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.3; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 2.6rem 0 0.6rem; padding-top: 0.9rem; border-top: 2px solid #1a1a1a; }
h3 { font-size: 1.02rem; margin: 1.6rem 0 0.4rem; }
p { margin: 0.5rem 0; }
/* Quotes and dashes of English are narrow; a font for Chinese draws them wide. */
:lang(en) body { font-family: "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
a { color: #0b4f8a; }
nav ol { list-style: none; padding: 0; columns: 2; }
table { border-collapse: collapse; width: 100%; margin: 0.7rem 0 1.1rem; table-layout: fixed; font-size: 0.88rem; line-height: 1.5; }
caption { text-align: left; font-weight: 600; padding: 0.3rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.5rem; border: 1px solid #bdbdbd; overflow-wrap: anywhere; }
th { background: #f1f3f5; font-weight: 600; }
.facts th { width: 9rem; }
td div { white-space: pre-line; }
.hash { font-family: ui-monospace, Consolas, "Liberation Mono", Courier, monospace; font-size: 0.84em; word-break: break-all; }
.mark { color: #9b0019; font-weight: 600; }
.faint { color: #595959; font-size: 0.94em; }
.warning { border: 2px solid #9b0019; color: #9b0019; font-weight: 600; padding: 0.6rem 0.8rem; }
.banner { position: sticky; top: 0; margin: 0; padding: 0.2rem; background: #9b0019; color: #fff; text-align: center; }
.banner + main { margin-top: 1rem; }
.title { font-weight: 600; font-size: 0.9rem; margin-bottom: 0; }
.lines { white-space: pre-wrap; font-size: 0.86rem; background: #f7f7f7; border-left: 3px solid #bdbdbd;
  margin: 0.5rem 0 1.2rem; padding: 0.5rem 0.8rem; overflow-wrap: anywhere; }
footer { margin-top: 3rem; color: #595959; font-size: 0.85rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h1 { margin-top: 0; }
  h2, h3, caption, thead, .title { break-after: avoid; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  p, .lines { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .banner { position: static; }
}
`;

/** @param head stands at the top of every printed page, where there is anything to say */
export function styles(head: string | null): string {
  const top = head === null ? '' : ` @top-center { content: ${quoted(head)}; color: #9b0019; font: 9pt sans-serif; }`;
  const bottom =
    '@bottom-center { content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #595959; }';
  return `${sheet}@page { size: A4; margin: 18mm 15mm;${top} ${bottom} }\n`;
}

const quoted = (text: string): string => `"${text.replaceAll(/[\\"<\n]/gu, ' ')}"`;
