import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { planFields } from '../../../libs/domain/rehearse/plan-check.js';

const docs = join(__dirname, '../../../docs');
const json = (path: string) => JSON.parse(readFileSync(join(docs, path), 'utf8'));
const schema = json('schemas/rehearse-plan.schema.json');
const ajv = addFormats.default(new Ajv2020({ allowUnionTypes: true }));
ajv.addSchema(json('schemas/assess-profile.schema.json'), 'assess-profile.schema.json');
const fits = ajv.compile(schema);

describe('the published form of plans', () => {
  it('has every field of a plan, and no other', () => {
    expect(Object.keys(schema.properties.plan.properties).sort()).toEqual([...planFields].sort());
  });

  it.each(['five-years.json', 'five-years-late.json'])('fits %s', (name) => {
    fits(json(`examples/${name}`));
    expect(fits.errors).toBeNull();
  });

  it.each<[string, object]>([
    ['without a start', { plan: {} }],
    ['with an unknown field', { plan: { startOn: '2026-11-23', filedOn: '2026-12-28' } }],
    ['with a day that does not exist', { plan: { startOn: '2026-02-30' } }],
    ['with a province that there is not', { coverage: { kind: 'province', provinces: ['xx'] } }],
    ['with a strange outcome', { plan: { startOn: '2026-11-23', renewal: { outcome: 'maybe' } } }],
  ])('does not fit one %s', (_case, part) => {
    expect(fits({ ...json('examples/five-years.json'), ...part })).toBe(false);
  });
});
