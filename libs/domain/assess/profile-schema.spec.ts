import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { latestTable, loadCalendar } from '../../calendar/index.js';
import { latestPack } from '../../rulebook/index.js';
import { profileSchema } from './profile-schema.js';
import { readProfile } from './request.js';

const docs = join(__dirname, '../../../docs');
const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const fits = addFormats.default(new Ajv2020({ allErrors: true, allowUnionTypes: true })).compile(profileSchema(law));
const profiles = ['shanghai-call-center', 'offshore-call-center', 'platform-abroad'].map(
  (name) => [name, JSON.parse(readFileSync(join(docs, 'examples', `${name}.json`), 'utf8'))] as const,
);
const accepted = (input: object) => {
  try {
    return readProfile(law, { today: '2026-03-02', ...input }) !== null;
  } catch {
    return false;
  }
};

describe('the JSON Schema of profiles', () => {
  it('is the file beside the documentation', () => {
    const file = readFileSync(join(docs, 'schemas', 'assess-profile.schema.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(profileSchema(law))));
  });

  it.each(profiles)('takes %s, and so does the reader', (_, profile) => {
    fits(profile);
    expect(fits.errors).toBeNull();
    expect(accepted(profile)).toBe(true);
  });

  const [, profile] = profiles[0] ?? ['', {}];
  it.each<[string, (copy: Record<string, Record<string, unknown>>) => unknown]>([
    ['no company', (copy) => Reflect.deleteProperty(copy, 'company')],
    ['no coverage', (copy) => Reflect.deleteProperty(copy, 'coverage')],
    [
      'neither types nor service',
      (copy) => ['serviceTypes', 'service'].map((key) => Reflect.deleteProperty(copy, key)),
    ],
    ['an unknown field', (copy) => Object.assign(copy, { extra: 1 })],
    ['an unknown field of the company', (copy) => Object.assign(copy.company ?? {}, { extra: 1 })],
    ['an unknown field of the service', (copy) => Object.assign(copy.service ?? {}, { extra: 1 })],
    ['an unknown condition', (copy) => Object.assign(copy.conditions ?? {}, { extra: true })],
    ['negative capital', (copy) => Object.assign(copy.company ?? {}, { registeredCapital: -1 })],
    ['a foreign share of 130 percent', (copy) => Object.assign(copy.company ?? {}, { foreignShare: 130 })],
    ['a province twice', (copy) => Object.assign(copy.coverage ?? {}, { provinces: ['sh', 'sh'] })],
    ['an unknown province', (copy) => Object.assign(copy.company ?? {}, { province: 'xx' })],
    ['an unknown type', (copy) => Object.assign(copy, { serviceTypes: ['B99'] })],
    ['an unknown channel', (copy) => Object.assign(copy.service ?? {}, { channels: ['pigeon'] })],
    ['a day that does not exist', (copy) => Object.assign(copy, { plannedOn: '2027-02-30' })],
  ])('refuses %s, and so does the reader', (_, change) => {
    const copy = structuredClone(profile);
    change(copy);
    expect([fits(copy), accepted(copy)]).toEqual([false, false]);
  });
});
