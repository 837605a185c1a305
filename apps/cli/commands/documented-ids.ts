/** The ids that answers and questions use, as `docs/cli.md` lists them. */
import type { ReasonCode } from '../../../libs/calendar/index.js';
import { barKinds, type IdentifierReason, type RulePack } from '../../../libs/rulebook/index.js';
import { faultWords } from '../fault-words.js';
import { dutyKinds, statusNames } from './duty-words.js';

/** Where a finding follows from a comparison, and not from a rule of its own. */
const compared = {
  'capital-below-floor': 'blocking',
  'foreign-share-above-cap': 'blocking',
  'foreign-share-by-exception': 'warning',
  'foreign-share-exception': 'info',
} as const;

/** A day that is not listed here does not compile. */
const dayReasons: Record<ReasonCode, true> = {
  'working-day': true,
  weekend: true,
  holiday: true,
  'make-up-working-day': true,
  'assumed-working-day': true,
  'assumed-weekend': true,
  'assumed-holiday': true,
  'assumed-bridge-day': true,
};

const identifierReasons: Record<IdentifierReason, true> = {
  normalized: true,
  empty: true,
  length: true,
  alphabet: true,
  'region-digits': true,
  'check-character': true,
  'birth-date': true,
  'birth-in-future': true,
  'old-form': true,
  'site-filing-number': true,
  'unusual-form': true,
  'unexpected-prefix': true,
};

/** The page with the ids that the pack and the code have, each list between its two marks. */
export function withIds(page: string, pack: RulePack): string {
  return between('assess', assessIds(pack), between('the other commands', otherIds(), page));
}

function between(whose: string, lines: readonly string[], page: string): string {
  const block = new RegExp(`(<!-- ids of ${whose}[^>]*-->\\n)[\\s\\S]*?(<!-- end of the ids -->)`);
  return page.replace(block, (_, begin: string, end: string) => `${begin}${lines.join('\n')}\n${end}`);
}

function otherIds(): string[] {
  return [
    `- reasons of a day: ${listed(Object.keys(dayReasons))}; of a step of an explanation also \`expert-review\``,
    `- reasons of \`check-id\`: ${listed(Object.keys(identifierReasons))}`,
    `- kinds of windows and duties of a rehearsal: ${listed(dutyKinds())}`,
    `- statuses of a license: ${listed(statusNames())}`,
    `- codes of a refusal: ${listed(Object.keys(faultWords))}`,
  ];
}

/** Lines of Markdown. */
function assessIds(pack: RulePack): string[] {
  const findings = [
    ...Object.entries(compared).map(([code, level]) => ({ code, level: level as string })),
    ...(pack.scope ?? []).map(({ code, needed }) => ({ code, level: needed === 'ask' ? 'warning' : 'info' })),
    ...pack.eligibility,
  ];
  const level = (asked: string) => findings.filter((finding) => finding.level === asked).map(({ code }) => code);
  return [
    `- finding codes that block: ${listed(level('blocking'))}`,
    `- finding codes that warn: ${listed(level('warning'))}`,
    `- finding codes that inform: ${listed(level('info'))}`,
    `- material ids: ${listed(requirementsOf(pack))}`,
    `- service types: ${listed(pack.serviceTypes.map(({ code }) => code))}`,
    `- authorities: ${listed(pack.authorities.map(({ code }) => code))}`,
    `- offices besides: ${listed(pack.offices.map(({ code }) => code))}`,
    `- other routes (\`readings\`): ${listed(pack.routing.flatMap(({ readings }) => readings.map(({ id }) => id)))}`,
    `- kinds of bar: ${listed(barKinds)}`,
  ];
}

/** What a first permit may need. */
function requirementsOf(pack: RulePack): string[] {
  return pack.requirements
    .filter(({ filingKinds }) => filingKinds.includes('new'))
    .map(({ requirement }) => requirement);
}

function listed(ids: readonly string[]): string {
  return [...new Set(ids)].map((id) => `\`${id}\``).join(', ');
}
