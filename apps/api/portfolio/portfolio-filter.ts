import { z } from 'zod';
import type { LicenseStatus } from '../../../libs/domain/index.js';
import { type PortfolioFilter, searchLength } from '../../../libs/persistence/index.js';
import { latestPack } from '../../../libs/rulebook/index.js';
import { exampleValues } from '../schemas/example-values.js';
import { civilDate, serviceType, uuid, wholeNumber } from '../schemas/fields.js';

const statuses = [
  'preparing',
  'submitted',
  'correction',
  'in-review',
  'granted',
  'refused',
  'valid',
  'renewal-due',
  'renewal-pending',
  'window-missed',
  'deemed-renewed',
  'termination-pending',
  'suspended',
  'revoked',
  'expired',
  'cancelled',
  'closed',
] as const satisfies readonly LicenseStatus[];

const authorities = latestPack.authorities.map(({ code }) => code);

export const authority = z.string().refine((code) => authorities.includes(code), {
  error: 'the rules know no such authority',
  params: {
    code: 'unknown-authority',
    remedy: 'Use MIIT or the code of a provincial administration, such as sh.',
  },
});

const text = z
  .string()
  .max(200)
  .refine((q) => !q.includes('\0'), {
    error: 'the text holds U+0000',
    params: { code: 'text-not-storable', remedy: 'Remove the character.' },
  })
  .refine((q) => searchLength(q) >= 2, {
    error: 'a search needs two characters or more',
    params: { code: 'search-too-short', remedy: 'Give two characters or more of a name, a permit number or a code.' },
  })
  .meta({
    description:
      'A fragment of a company’s name, a permit number or a social credit code; no wildcards. Wide and narrow forms, capitals and small letters are the same',
    examples: ['呼叫'],
  });

const status = z.enum(statuses);
const furthest = 36_500;
const most = 50;

const described = {
  companyId: { description: 'Companies; any of them', examples: [exampleValues.company] },
  status: { description: 'Any of them', examples: ['renewal-due'] },
  authority: { description: 'MIIT or the code of a province such as sh; any of them', examples: ['sh'] },
  serviceType: { description: 'Licenses for any of these types', examples: ['B24'] },
  owner: { description: 'Who acts' },
  person: { description: 'Owner, deputy or manager' },
  dueFrom: { description: "The company's next duty falls on or after this day" },
  dueBy: { description: "The company's next duty falls on or before this day" },
  slackFrom: { description: 'Days from today to the last safe day of what presses most, at least; below 0: passed' },
  slackTo: { description: 'The same, at most; `30` for what must be done within thirty days' },
} as const;

const windows = <T extends z.ZodType<number>>(number: (least: number, most: number) => T) => {
  const days = number(-furthest, furthest).optional();
  return {
    dueFrom: civilDate.optional().meta(described.dueFrom),
    dueBy: civilDate.optional().meta(described.dueBy),
    slackFrom: days.meta(described.slackFrom),
    slackTo: days.meta(described.slackTo),
  };
};

const people = {
  owner: uuid.optional().meta(described.owner),
  person: uuid.optional().meta(described.person),
};

/** In an address a condition of several values is named several times. */
export const several = <T extends z.ZodType<string>>(each: T) =>
  z.union([z.array(each).min(1).max(most), each.transform((one): z.output<T>[] => [one])]).optional();

const flag = z
  .enum(['true', 'false'])
  .transform((word) => word === 'true')
  .optional();

/** The filter as it stands in an address. */
export const queryFields = {
  q: text.optional(),
  companyId: several(uuid).meta(described.companyId),
  status: several(status).meta(described.status),
  authority: several(authority).meta(described.authority),
  serviceType: several(serviceType).meta(described.serviceType),
  ...people,
  needsAttention: flag,
  ended: flag,
  ...windows(wholeNumber),
};

/** The same filter as JSON, as saved views keep it. */
export const keptFilter = inOrder(
  z.strictObject({
    q: text.optional(),
    companyId: z.array(uuid).min(1).max(most).optional().meta(described.companyId),
    status: z.array(status).min(1).max(statuses.length).optional().meta(described.status),
    authority: z.array(authority).min(1).max(most).optional().meta(described.authority),
    serviceType: z.array(serviceType).min(1).max(most).optional().meta(described.serviceType),
    ...people,
    needsAttention: z.boolean().optional(),
    ended: z.boolean().optional(),
    ...windows((least, most) => z.number().int().min(least).max(most)),
  }),
).meta({
  id: 'PortfolioFilter',
  description: 'Licenses that meet every condition given; all of them where none is',
  examples: [{ status: ['renewal-due', 'renewal-pending'], slackTo: 30 }],
});

/** Windows that begin after their end are refused, beside whatever else is wrong. */
export function inOrder<T extends z.ZodType>(schema: T): T {
  return schema
    .refine(ordered('dueFrom', 'dueBy'), windowFault('dueFrom'))
    .refine(ordered('slackFrom', 'slackTo'), windowFault('slackFrom')) as T;
}

/** What is no day or number at all is another fault, and said by itself. */
function ordered(from: string, to: string): (value: unknown) => boolean {
  return (value) => {
    const { [from]: first, [to]: last } = value as Record<string, unknown>;
    return first === undefined || typeof first !== typeof last || (first as string) <= (last as string);
  };
}

function windowFault(field: string) {
  return {
    path: [field],
    error: 'the window ends before it begins',
    params: { code: 'window-reversed', remedy: 'Give a beginning that does not lie after the end.' },
    when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
  };
}

/** The filter as it stands behind the `?` of an address. */
export function queryOf(filter: PortfolioFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
  return query.toString();
}
