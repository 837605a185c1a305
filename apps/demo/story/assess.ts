import { citationInWords, money } from '../words.js';
import { ask, sampleCompany, type World } from './world.js';

interface Case {
  title: string;
  company: Record<string, unknown>;
  coverage: unknown;
  authority: string;
  capitalMet: boolean;
  otherAuthority?: string;
}

const shanghai = { kind: 'province', provinces: ['sh'] };

const cases: Case[] = [
  {
    title: 'Chinese-owned, one province (Shanghai), RMB 1 m',
    company: {},
    coverage: shanghai,
    authority: 'sh',
    capitalMet: true,
  },
  {
    title: 'the same company, nationwide',
    company: {},
    coverage: { kind: 'nationwide' },
    authority: 'MIIT',
    capitalMet: false,
  },
  {
    title: 'Chinese-owned, one province (Guangdong)',
    company: { province: 'gd', city: '深圳市' },
    coverage: { kind: 'province', provinces: ['gd'] },
    authority: 'gd',
    capitalMet: true,
  },
  {
    title: 'wholly foreign-owned in the Shanghai free-trade zone',
    company: {
      foreignShare: 100,
      freeTradeZone: true,
      shareholders: [{ kind: 'company', name: 'Sample Holdings Ltd (sample data)', percent: 100, foreign: true }],
    },
    coverage: shanghai,
    authority: 'MIIT',
    capitalMet: true,
    otherAuthority: 'sh',
  },
];

/** Four questions before anything is filed: who decides, and what stands in the way. */
export async function assessFour(world: World): Promise<void> {
  const { narrator, officer } = world;
  for (const { title, company, coverage, authority, capitalMet, otherAuthority } of cases) {
    const question = { company: { ...sampleCompany, ...company }, serviceTypes: ['B24'], coverage };
    const { body } = await ask(world, title, 200, officer.post('/assessments', question));
    narrator.says('officer', `asks: ${title}`);
    narrator.says(
      'Paizhao',
      `${body.authorityName?.en} decides (${citationInWords(body.routing?.citation)}); eligible: ${body.eligible ? 'yes' : 'no'}`,
    );
    narrator.detail(
      `least capital ${money(body.capitalFloor)}: ${body.capitalMet ? 'met' : 'NOT met'} (${citationInWords(body.capital?.citation)})`,
    );
    for (const finding of body.findings ?? []) {
      narrator.detail(`${finding.level}: ${finding.code} (${citationInWords(finding.citation)}, rule ${finding.rule})`);
    }
    for (const reading of body.readings ?? [])
      narrator.detail(
        `other reading, ${reading.confidence} source: ${reading.wording.en} (${citationInWords(reading.citation)})`,
      );
    narrator.expect(body.authority === authority, `${title}: authority ${authority}, got ${body.authority}`);
    narrator.expect(body.capitalMet === capitalMet, `${title}: capital met ${capitalMet}`);
    if (otherAuthority) {
      const other = (body.readings ?? []).some(
        (reading: { authority?: string }) => reading.authority === otherAuthority,
      );
      narrator.expect(other, `${title}: the other reading names ${otherAuthority}`);
    }
  }
}
