import { barKinds, type Law } from '../../rulebook/index.js';
import { type companyFields, type listedPartyFields } from './company.js';
import { conditionFields } from './conditions.js';
import { coverageKinds } from './coverage.js';
import type { profileFields } from './request.js';
import { channelWords, leaseWords, placeWords, servedWords, type serviceFields } from './service.js';
import { originWords, type shareholderFields, shareholderKinds } from './shareholders.js';
import { provinceCodes } from './values.js';

type Schema = Record<string, unknown>;
/** One schema per field that is read: a field more or less does not compile. */
type Fields<F extends string> = Record<F, Schema>;

const text = { type: ['string', 'null'] };
const truth = (description: string): Schema => ({ type: ['boolean', 'null'], description });
const day = (description: string): Schema => ({
  type: ['string', 'null'],
  format: 'date',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: `${description} YYYY-MM-DD, from 2007-01-01 on.`,
});
const yuan = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
const percent = { type: 'number', minimum: 0, maximum: 100 };
const oneOf = (words: readonly string[], description: string): Schema => ({ enum: [...words, null], description });
const someOf = (words: readonly string[], description: string): Schema => ({
  type: ['array', 'null'],
  items: { enum: words },
  minItems: 1,
  uniqueItems: true,
  description,
});
const object = (properties: Schema, required: string[], description: string): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  description,
});
const optional = (schema: Schema): Schema => ({ ...schema, type: [schema.type, 'null'] });
const listOf = (items: Schema, description: string): Schema => ({ type: ['array', 'null'], items, description });

/**
 * The input of `assess` as JSON Schema (draft 2020-12). It can not say that dates exist, that shares add up or that
 * statements agree; reading the profile does. Codes may also come in other case, with spaces or in full width.
 */
export function profileSchema(law: Law): Schema {
  const provinces = { enum: provinceCodes(law) };
  const types = [...new Set(law.pack.serviceTypes.map(({ code }) => code))];
  const properties: Fields<(typeof profileFields)[number]> = {
    company: companySchema(provinces),
    serviceTypes: someOf(types, 'Catalogue codes asked for; left out, they follow from the service.'),
    coverage: object(
      {
        kind: { enum: coverageKinds },
        provinces: { type: 'array', items: provinces, minItems: 1, uniqueItems: true },
      },
      ['kind'],
      'One province, several (two or more are decided by MIIT, and kept as nationwide), or the whole country.',
    ),
    today: day('The day of the question, Asia/Shanghai; today when left out.'),
    plannedOn: day('The planned filing day; the earliest possible one when left out.'),
    materials: materialsSchema(law),
    service: serviceSchema(),
    conditions: conditionsSchema(),
    servesOthers: truth('False: for the company’s own users alone. service.for says it more exactly.'),
    holdsProvincialPermit: truth('Holds a provincial permit that a cross-region one would end.'),
    commitmentRoute: truth('Files by written notification and commitment 告知承诺.'),
    unchangedSinceLastFiling: truth('Has filed with this authority before, and states that nothing has changed since.'),
    incomeWithoutPermit: {
      ...yuan('Income so far from the service without a permit, whole yuan.'),
      type: ['integer', 'null'],
    },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Profile for paizhao assess',
    ...object(
      properties,
      ['company', 'coverage'],
      'A company and what it asks for. What is left out, or null, is unknown.',
    ),
    anyOf: [{ required: ['serviceTypes'] }, { required: ['service'] }],
  };
}

function companySchema(provinces: Schema): Schema {
  const properties: Fields<(typeof companyFields)[number]> = {
    name: text,
    uscc: {
      ...text,
      description: 'Unified social credit code 统一社会信用代码; a check character that does not fit is a warning.',
    },
    province: { ...provinces, description: 'Host code of the province of registration.' },
    city: { ...text, description: 'City of registration, with or without 市.' },
    freeTradeZone: truth('Registered inside a pilot free-trade zone.'),
    mainOfficeInZone: truth('The main office, too, is in that zone.'),
    pilotArea: truth('Registered in an area of the 2024 opening pilot (asked in Beijing and Shanghai).'),
    registeredCapital: yuan('Subscribed, whole yuan.'),
    foreignShare: { ...percent, description: 'Percent, direct and indirect; Hong Kong and Macau count as foreign.' },
    establishedOn: day('Founding day.'),
    legalRepresentative: { description: 'Not read: nothing depends on it.' },
    shareholders: listOf(shareholderSchema(), 'All of them: the shares make 100 percent.'),
    onDishonestList: truth('The company, a main investor or a main manager; dishonestList says it for each.'),
    dishonestList: listedPartiesSchema(),
    recentPenalty: truth('A telecom penalty within three years.'),
    bars: listOf(
      object(
        { kind: { enum: barKinds }, decidedOn: { ...day('Day of the decision.'), type: 'string' } },
        ['kind', 'decidedOn'],
        'A decision after which one may not apply again for a time.',
      ),
      'Bars on a new application.',
    ),
  };
  return object(properties, ['province', 'registeredCapital', 'foreignShare'], 'The applicant.');
}

function shareholderSchema(): Schema {
  const properties: Fields<(typeof shareholderFields)[number]> = {
    kind: { enum: shareholderKinds },
    name: { description: 'Not read: nothing depends on it.' },
    percent: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
    foreign: truth('A foreign shareholder; left out: no.'),
    origin: oneOf(originWords, 'Where a foreign shareholder comes from.'),
    onDishonestList: truth('Whether this shareholder is on the dishonest list.'),
  };
  return object(properties, ['kind', 'percent'], 'One shareholder.');
}

function listedPartiesSchema(): Schema {
  const properties: Fields<(typeof listedPartyFields)[number]> = {
    company: truth('The company itself.'),
    mainInvestors: truth('Any main investor.'),
    mainManagers: truth('Any main manager.'),
  };
  return optional(object(properties, [], 'Who is on the dishonest list 失信名单, each by itself.'));
}

function serviceSchema(): Schema {
  const properties: Fields<(typeof serviceFields)[number]> = {
    for: oneOf(servedWords, 'On the order of others, for the company’s own users, or both.'),
    channels: someOf(channelWords, 'How users are served.'),
    users: oneOf(placeWords, 'Where the users are.'),
    clients: oneOf(placeWords, 'Where those are on whose order they are served.'),
    platformInChina: truth('The platform stands inside China.'),
    leases: someOf(leaseWords, 'What is leased out to others.'),
  };
  return optional(object(properties, [], 'A call center service, in the words of the catalogue.'));
}

function conditionsSchema(): Schema {
  const described: Record<(typeof conditionFields)[number], string> = {
    company: 'A company formed under the law.',
    funds: 'Funds that fit the service.',
    staff: 'Professional staff that fits the service.',
    longTermService: 'Reputation or ability for long-term service.',
    premises: 'Premises.',
    facilities: 'Facilities.',
    technicalPlan: 'A technical plan.',
  };
  const properties = Object.fromEntries(conditionFields.map((field) => [field, truth(described[field])]));
  return optional(object(properties, [], 'What the measures ask of every applicant.'));
}

function materialsSchema(law: Law): Schema {
  const ids = [...new Set(law.pack.requirements.map(({ requirement }) => requirement))];
  return listOf(
    object({ id: { enum: ids }, issuedOn: day('Its day of issue.') }, ['id'], 'A paper.'),
    'Papers at hand.',
  );
}
