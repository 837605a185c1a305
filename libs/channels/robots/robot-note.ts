/** What a group is told, in parts that each service lays out its own way. It names no person. */
export interface RobotNote {
  title: string;
  /** What must be read first, such as "simulated" or "late". */
  marks: readonly string[];
  lead: string;
  facts: readonly { label: string; value: string }[];
  url: { label: string; href: string } | null;
}

/** Robots may be set to take only messages with a keyword: these two words are in every one. */
export const signature = 'Paizhao 牌照';

/** Characters to which values are cut, in turn, until a message fits; at last only the title and the link remain. */
const cuts = [Number.POSITIVE_INFINITY, 400, 200, 80, 0];

/** The fullest form of a note for which `render` gives no more than so many bytes of UTF-8. */
export function fitted(note: RobotNote, bytes: number, render: (note: RobotNote) => string): string {
  let text = '';
  for (const cut of cuts) {
    text = render(cut === 0 ? barest(note) : cutTo(note, cut));
    if (Buffer.byteLength(text) <= bytes) return text;
  }
  return text;
}

const barest = ({ title, lead, url }: RobotNote): RobotNote => ({
  title: shortened(title, 80),
  marks: [],
  lead: shortened(lead, 80),
  facts: [],
  url,
});

function cutTo(note: RobotNote, characters: number): RobotNote {
  if (characters === Number.POSITIVE_INFINITY) return note;
  const facts = note.facts.map(({ label, value }) => ({ label, value: shortened(value, characters) }));
  return { ...note, title: shortened(note.title, characters), facts };
}

function shortened(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`;
}

const wide: Record<string, string> = { '<': '＜', '>': '＞', '[': '［', ']': '］', '*': '＊', '`': '｀', '@': '＠' };

/** A value may be anybody's words, such as a company's name: it must neither format, nor link, nor mention anybody. */
export function plain(text: string): string {
  return text
    .replace(/[<>[\]*`@]/g, (character) => wide[character] ?? character)
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, '；');
}

/** As the label's own script writes it. */
export const colonAfter = (label: string): string => (/\p{Script=Han}$/u.test(label) ? '：' : ': ');

/** The note in the markdown that WeCom and DingTalk both understand. */
export function asMarkdown(note: RobotNote, lineBreak: string): string {
  const lines = [
    `**${plain(note.title)}**`,
    ...note.marks.map((mark) => `> ${plain(mark)}`),
    plain(note.lead),
    ...note.facts.map(({ label, value }) => `**${plain(label)}**${colonAfter(label)}${plain(value)}`),
    ...(note.url ? [`[${plain(note.url.label)}](${note.url.href})`] : []),
    signature,
  ];
  return lines.filter((line) => line !== '').join(lineBreak);
}
