import { z } from 'zod';
import type { Refusal } from '../../libs/contracts/index.js';
import type { HeldPermit } from '../import-permits.js';

const text = z.string().max(200);

/** What a permit must look like to be judged at all; whether it is right, the core says. */
const heldPermit = z.strictObject({
  key: z.string().min(1).max(500),
  companyId: text,
  people: z.strictObject({ owner: text, deputy: text, manager: text }),
  permit: z.strictObject({
    number: text,
    validFrom: text,
    printedLastDay: text,
    serviceTypes: z.array(text).min(1).max(20),
    coverage: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('province'), provinces: z.tuple([text]) }),
      z.strictObject({ kind: z.literal('nationwide') }),
    ]),
  }),
  grantedOn: text.nullable(),
  opened: z.array(z.strictObject({ serviceType: text, openedOn: text.nullable() })).max(20),
  reportsFiled: z.array(text).max(50),
  unknown: z.array(text).max(40),
});

/** A refusal of what is no permit at all, at the first place that is wrong; null where it can be judged. */
export function faultsOf(permit: HeldPermit): Refusal | null {
  const issue = heldPermit.safeParse(permit).error?.issues[0];
  if (!issue) return null;
  return {
    code: 'permit-malformed',
    kind: 'invalid',
    message: `this is no permit to import: ${issue.message}`,
    details: {
      pointer: issue.path.map((step) => `/${String(step)}`).join(''),
      remedy: 'Give every field in its form; lists that hold nothing are empty lists.',
    },
  };
}

/** Those of one call that come a second time, by their key or by their permit, with the place of the first. */
export function repeatedIn(permits: readonly HeldPermit[]): Map<number, Refusal> {
  const first = new Map<string, number>();
  const repeated = new Map<number, Refusal>();
  permits.forEach((permit, index) => {
    for (const [pointer, name] of namesOf(permit)) {
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, index);
      else if (!repeated.has(index)) repeated.set(index, repeatOf(pointer, earlier, permits[earlier]?.key));
    }
  });
  return repeated;
}

/** What is malformed has no name, and is refused for that. */
function namesOf(permit: HeldPermit): [string, string][] {
  const names: [string, string][] = [];
  if (typeof permit?.key === 'string') names.push(['/key', `key ${permit.key}`]);
  const number = permit?.permit?.number;
  if (typeof number === 'string' && number.trim() !== '')
    names.push(['/permit/number', `permit ${permit.companyId} ${numberForm(number)}`]);
  return names;
}

/** As the database compares numbers. */
const numberForm = (number: string): string => number.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

const repeatOf = (pointer: string, index: number, key: string | undefined): Refusal => ({
  code: 'import-repeated',
  kind: 'conflict',
  message: `the same ${pointer === '/key' ? 'key' : 'permit'} came before in this import`,
  details: { pointer, index, key, remedy: 'Leave one of them out.' },
});
