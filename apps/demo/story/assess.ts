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

/** What everybody here has, so that only the differences are left to say. */
const conditions = {
  company: true,
  funds: true,
  staff: true,
  longTermService: true,
  premises: true,
  facilities: true,
  technicalPlan: true,
};
const standing = {
  dishonestList: { company: false, mainInvestors: false, mainManagers: false },
  recentPenalty: false,
};

/** Four questions before anything is filed: who decides, and what stands in the way. */
export async function assessFour(world: World): Promise<void> {
  const { narrator, officer } = world;
  for (const { title, company, coverage, authority, capitalMet, otherAuthority } of cases) {
    const asking = { ...sampleCompany, ...standing, ...company };
    const question = { company: asking, serviceTypes: ['B24'], coverage, conditions };
    const body = await ask(world, title, 200, officer.typed.POST('/assessments', { body: question }));
    narrator.says('officer', `asks: ${title}`);
    narrator.says(
      'Paizhao',
      `permit needed: ${body.needed} (${body.types.join(', ')}); ${body.authorityName.en} decides (${citationInWords(body.routing.citation)}); eligible: ${body.eligible ? 'yes' : 'no'}`,
    );
    narrator.detail(
      `least capital ${money(body.capitalFloor)}: ${body.capitalMet ? 'met' : 'NOT met'} (${citationInWords(body.capital.citation)})`,
    );
    for (const finding of body.findings) {
      narrator.detail(`${finding.level}: ${finding.code} (${citationInWords(finding.citation)}, rule ${finding.rule})`);
    }
    for (const reading of body.readings)
      narrator.detail(
        `other reading, ${reading.confidence} source: ${reading.wording.en} (${citationInWords(reading.citation)})`,
      );
    narrator.expect(body.needed === 'yes', `${title}: permit needed`);
    narrator.expect(body.authority === authority, `${title}: authority ${authority}, got ${body.authority}`);
    narrator.expect(body.capitalMet === capitalMet, `${title}: capital met ${capitalMet}`);
    if (otherAuthority) {
      const other = body.readings.some((reading) => reading.authority === otherAuthority);
      narrator.expect(other, `${title}: the other reading names ${otherAuthority}`);
    }
  }
}
