import { aContext, aLicense, anOpening, law, refusal } from '../../test/support/builders.js';
import { told } from '../../test/support/refused.js';
import { decide } from './decide.js';
import { DomainError, InvalidInput } from './errors.js';
import type { LicenseCommand } from './index.js';

const day = '2026-03-02';
const long = 'x'.repeat(80);

describe('decide refuses', () => {
  const state = aLicense(day).current;
  const asks = (command: object, of = state) =>
    told(refusal(() => decide(of, { validOn: day, data: {}, ...command } as LicenseCommand, aContext(day))));

  it('a command that there is not', () => {
    for (const type of [long, 'toString'])
      expect(asks({ type })).toEqual([
        'invalid',
        'unknown-command',
        `There is no command ${type.slice(0, 60)}`,
        { pointer: '/type', remedy: 'Use a command of the API.' },
      ]);
  });

  it('whatever is asked of a license that there is not', () => {
    expect(asks({ type: 'wake-up' }, null)).toEqual([
      'not-found',
      'license-not-found',
      'The license does not exist',
      { remedy: 'Open it first.' },
    ]);
  });

  it('to open what is there', () => {
    const { licenseId } = aLicense(day).state;
    expect(asks({ type: 'open-license', data: anOpening() })).toEqual([
      'conflict',
      'license-already-open',
      'The license exists already',
      { licenseId, remedy: 'Use another idempotency key for another license.' },
    ]);
  });
});

describe('what law and calendar refuse', () => {
  const without = (thrown: unknown) => {
    const pack = {
      ...law.pack,
      get authorities(): never {
        throw thrown;
      },
    };
    const context = { ...aContext(day), law: { ...law, pack } };
    const command = { type: 'open-license', validOn: day, data: anOpening() } as const;
    return refusal(() => decide(null, command, context));
  };
  const asError = (more: object) => Object.assign(new Error('words'), more);
  const details = { where: 'there' };

  it.each(['invalid', 'unavailable'] as const)('goes by its code and its details where it is %s', (kind) => {
    const error = without(asError({ code: 'some-code', kind, details }));
    expect(error).toBeInstanceOf(DomainError);
    expect(told(error)).toEqual([kind, 'some-code', 'words', details]);
  });

  it.each<[string, unknown]>([
    ['without a code', asError({ kind: 'invalid', details })],
    ['without a kind', asError({ code: 'some-code', details })],
    ['without details', asError({ code: 'some-code', kind: 'invalid' })],
    ['of another kind', asError({ code: 'some-code', kind: 'broken', details })],
    ['that is no error', { code: 'some-code', kind: 'invalid', details }],
    ['that is nothing', undefined],
    ['of the license itself', new InvalidInput('some-code', 'words', details)],
  ])('is a defect %s, and passes as it is', (_what, thrown) => {
    expect(without(thrown)).toBe(thrown);
  });
});
