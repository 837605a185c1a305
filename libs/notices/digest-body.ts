import type { DigestContent, DigestLicense } from './digest-content.js';
import { type LetterBody, type Link, letterBody } from './letter-body.js';
import { oneLine } from './one-line.js';
import { wordsOf } from './words/index.js';

/** A digest in parts that text and HTML lay out alike. */
export interface DigestBody {
  subject: string;
  preheader: string;
  greeting: string;
  lead: string;
  licenses: DigestSection[];
  footer: string[];
}

/** Of one license: its name, and a letter without greeting and footer for each of its dates. */
export interface DigestSection {
  title: string;
  url: Link;
  letters: LetterBody[];
}

/** All that waited, the most pressing date first. The subject names that date and no person. */
export function digestBody({ language, recipient, licenses, atOnce }: DigestContent): DigestBody {
  const say = wordsOf(language);
  const sections = licenses.map(sectionOf);
  const letters = sections.flatMap((section) => section.letters);
  const [head] = letters;
  const lead = say.digest.lead(letters.length, licenses.length);
  return {
    subject: say.digest.subject(head?.subject ?? '', letters.length),
    preheader: [head?.lead, lead].filter(Boolean).join(' '),
    greeting: say.greeting(oneLine(recipient.name)),
    lead,
    licenses: sections,
    footer: [atOnce ? say.digest.whyAtOnce : say.digest.why, say.footer],
  };
}

function sectionOf({ company, license, notices }: DigestLicense): DigestSection {
  const letters = notices.map(letterBody);
  const url = letters[0]?.url ?? { label: oneLine(license.name), href: license.url };
  return { title: oneLine(`${license.name} — ${company}`), url, letters };
}
