/** The ids that answers and questions of `assess` use, as `docs/cli.md` lists them. */
import { barKinds, type RulePack } from '../../../libs/rulebook/index.js';

/** Where a finding follows from a comparison, and not from a rule of its own. */
const compared = {
  'capital-below-floor': 'blocking',
  'foreign-share-above-cap': 'blocking',
  'foreign-share-by-exception': 'warning',
  'foreign-share-exception': 'info',
} as const;

const block = /(<!-- ids of assess[^>]*-->\n)[\s\S]*?(<!-- end of the ids -->)/;

/** The page with the ids that the pack has, between its two marks. */
export function withAssessIds(page: string, pack: RulePack): string {
  return page.replace(block, (_, begin: string, end: string) => `${begin}${assessIds(pack).join('\n')}\n${end}`);
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
