import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { packJsonSchema } from './json-schema.js';
import type { RulePack } from './pack.js';
import { publishedPacks } from './packs.js';

const ajv = addFormats.default(new Ajv2020({ allErrors: true, allowUnionTypes: true }));
const fits = ajv.compile(packJsonSchema());

const changed = (change: (pack: Record<string, never>) => unknown): RulePack => {
  const pack = JSON.parse(JSON.stringify(publishedPacks[0]));
  change(pack);
  return pack;
};

describe('the JSON Schema of packs', () => {
  it.each(publishedPacks.map((pack) => [pack.id, pack] as const))('takes %s as written in JSON', (_, pack) => {
    fits(JSON.parse(JSON.stringify(pack)));
    expect(fits.errors).toBeNull();
  });

  it.each<[string, (pack: Record<string, never>) => unknown]>([
    ['an unknown field', (pack) => Object.assign(pack, { colour: 'red' })],
    ['an unknown field of a rule', (pack) => Object.assign(pack.limits?.[0] ?? {}, { untill: '2030-01-01' })],
    ['a missing citation', (pack) => Reflect.deleteProperty(pack.capital?.[0] ?? {}, 'citation')],
    ['a condition over an unknown fact', (pack) => Object.assign(pack.capital?.[0] ?? {}, { when: { eq: ['x', 1] } })],
    ['a day that does not exist', (pack) => Object.assign(pack.capital?.[0] ?? {}, { validFrom: '2026-02-30' })],
    ['an id that is none', (pack) => Object.assign(pack, { id: 'current' })],
  ])('refuses %s', (_, change) => {
    expect(fits(changed(change))).toBe(false);
  });
});
