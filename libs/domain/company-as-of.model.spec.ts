import fc from 'fast-check';
import { aCompany } from '../../test/support/builders.js';
import { addDays } from '../calendar/index.js';
import type { AsOf } from './as-of.js';
import type { CompanyFacts } from './company.js';
import { companyAsOf, companyChangesBetween, type PlainEntry } from './company-as-of.js';

const registered = aCompany({ city: null, registeredCapital: 0 });
const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-01-01', n));
const told = fc.oneof(
  fc.record({ city: fc.constantFrom('浦东', '静安', '徐汇') }),
  fc.record({ registeredCapital: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ city: fc.constantFrom('浦东', '静安'), registeredCapital: fc.integer({ min: 1, max: 9 }) }),
);

/** A registration, then facts in the order in which they came on record, each true from any day on. */
const history = fc
  .array(fc.record({ facts: told, known: day, validOn: day }), { maxLength: 12 })
  .map((facts) => [...facts].sort((a, b) => (a.known < b.known ? -1 : Number(a.known > b.known))))
  .map((facts) => [
    { facts: registered as Partial<CompanyFacts>, known: '2025-12-01', validOn: '2025-12-01' },
    ...facts,
  ])
  .map((facts) =>
    facts.map(({ facts: data, known, validOn }, i): PlainEntry => {
      const type = i === 0 ? 'company-registered' : 'company-fact-recorded';
      return {
        seq: i + 1,
        v: 1,
        recordedAt: `${known}T02:00:00.000Z`,
        validOn,
        type,
        data: { change: null, facts: data },
      };
    }),
  );
const asking = fc.record({ validOn: day, knownOn: day.map((known) => `${known}T15:59:59.999Z`) });

/** The reference folds nothing: of those that say something of a member, the one recorded last holds. */
function lookedUp(entries: readonly PlainEntry[], { validOn, knownOn }: AsOf, member: keyof CompanyFacts): unknown {
  const says = ({ data }: PlainEntry) => (data as { facts: Partial<CompanyFacts> }).facts;
  const holding = entries.filter(
    (entry) => entry.validOn <= validOn && entry.recordedAt <= knownOn && says(entry)[member] !== undefined,
  );
  const last = holding.at(-1);
  return last && says(last)[member];
}

describe('a company of any history, asked about any two times', () => {
  it('is what the list of its facts says', () => {
    fc.assert(
      fc.property(history, asking, (entries, asOf) => {
        const { facts } = companyAsOf(entries, asOf) ?? {};
        for (const member of ['city', 'registeredCapital', 'name'] as const)
          expect(facts?.[member]).toEqual(lookedUp(entries, asOf, member));
      }),
    );
  });

  it('is the earlier answer with what changed put in', () => {
    fc.assert(
      fc.property(history, asking, asking, (entries, one, other) => {
        const [before, after] = [companyAsOf(entries, one), companyAsOf(entries, other)];
        if (!before || !after) throw new Error('it was registered before all of these days');
        const { came, went, facts } = companyChangesBetween(before, after);
        const put = Object.fromEntries(facts.map(({ member, to }) => [member, to]));
        expect({ ...before.facts, ...put }).toEqual(after.facts);
        const seqs = new Set([...before.entries, ...came].map(({ seq }) => seq));
        for (const { seq } of went) seqs.delete(seq);
        expect([...seqs].sort((a, b) => a - b)).toEqual(after.entries.map(({ seq }) => seq));
      }),
    );
  });
});
