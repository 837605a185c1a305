import { aContext, aPermit, law, refusal } from '../../../test/support/builders.js';
import { checkAll } from './all-faults.js';
import { endInDoubt, permitChecks } from './permit-checks.js';

const day = '2026-06-01';

describe('a permit as it was read', () => {
  const faults = (permit: object): string[] => {
    try {
      checkAll(permitChecks(aPermit(permit), aContext(day)));
      return [];
    } catch {
      const { code, details } = refusal(() => checkAll(permitChecks(aPermit(permit), aContext(day))));
      const errors = (details.errors ?? [{ code, pointer: details.pointer }]) as { code: string; pointer: string }[];
      return errors.map((each) => `${each.code} ${each.pointer}`);
    }
  };
  const ends = 'permit-end-before-start /permit/printedLastDay';
  const noStart = 'invalid-date /permit/validFrom';
  const noEnd = 'invalid-date /permit/printedLastDay';

  it.each<[string, object, string[]]>([
    ['is sound', {}, []],
    ['has a number', { number: ' ' }, ['permit-number-missing /permit/number']],
    ['begins on a day', { validFrom: '2026-06-31' }, [noStart]],
    ['ends on a day', { printedLastDay: 'never' }, [noEnd]],
    ['has two days', { validFrom: '2026-06-31', printedLastDay: '2026-02-30' }, [noStart, noEnd]],
    ['may end on its first day', { printedLastDay: '2026-06-01' }, []],
    ['does not end before it', { printedLastDay: '2026-05-31' }, [ends]],
    ['names a type', { serviceTypes: [] }, ['service-types-missing /permit/serviceTypes']],
    ['names what there is', { serviceTypes: ['B24', 'B99'] }, ['unknown-service-type /permit/serviceTypes/1']],
    [
      'covers what there is',
      { coverage: { kind: 'province', provinces: ['xx'] } },
      ['unknown-province /permit/coverage/provinces/0'],
    ],
    [
      'is told all of its faults',
      { number: '', printedLastDay: '2026-05-31' },
      ['permit-number-missing /permit/number', ends],
    ],
  ])('%s', (_rule, permit, expected) => {
    expect(faults(permit)).toEqual(expected);
  });
});

describe('a printed end is in doubt', () => {
  it.each([
    ['2031-05-31', false],
    ['2031-06-01', false],
    ['2031-05-30', true],
    ['2031-06-02', true],
  ])('on %s: %j', (printedLastDay, doubtful) => {
    expect(endInDoubt({ printedLastDay }, day, '2026-06-05', law)).toEqual(
      doubtful
        ? [
            {
              type: 'attention-raised',
              v: 1,
              validOn: '2026-06-05',
              data: { reason: 'permit-end-differs', about: 'permit' },
            },
          ]
        : [],
    );
  });
});
