import { parseOptions } from './options.js';
import { prepared } from './prepared.js';
import type { Known } from './register.js';
import { isClean, shareOf, summaryLine, toldBy } from './summary.js';

const output = (failures: string): string => `
API Operations:
  Selected: 163/163
  Tested: 160

Test cases:
  2,345 generated, ${failures}

Seed: 7
`;

describe('the summary of the fuzzer', () => {
  it('counts cases and failures', () => {
    expect(toldBy('all', 0, output('2,345 passed'))).toEqual({
      round: 'all',
      cases: 2345,
      failures: 0,
      operations: 160,
    });
    expect(toldBy('all', 1, output('17 found 3 unique failures'))).toMatchObject({ failures: 3 });
    expect(toldBy('all', 1, output('2,345 passed'))).toMatchObject({ failures: 1 });
  });

  it('is none where the fuzzer did not come to its end', () => {
    expect(() => toldBy('all', 1, 'Schema Loading Error')).toThrow('did not come to its end');
  });

  it('is clean only without failures, and with as many cases as were asked for', () => {
    const told = { round: 'all', cases: 2345, failures: 0, operations: 160 } as const;
    expect(isClean([told], 2000)).toBe(true);
    expect(isClean([told], 3000)).toBe(false);
    expect(isClean([{ ...told, failures: 1 }], 2000)).toBe(false);
    expect(summaryLine([told], 7, 3000)).toBe(
      'fuzz: 2345 cases (all 2345), 0 failures, fewer than the 3000 that were asked for; seed 7',
    );
  });
});

describe('a share of the operations', () => {
  it('is another one for each seed, and all of them together are all', () => {
    const operations = Array.from({ length: 163 }, (_, place) => `operation-${place}`);
    const shares = Array.from({ length: 8 }, (_, seed) => shareOf(operations, seed)).flat();
    expect(shares.sort()).toEqual(operations.sort());
  });
});

describe('the options of the fuzzer', () => {
  it('have a seed of their own, which is said', () => {
    expect(parseOptions([], () => 0.5)).toMatchObject({ cases: 2000, seed: 5e8 });
    expect(parseOptions(['--seed', '7', '--roles', 'officer'])).toMatchObject({ seed: 7, rounds: ['officer'] });
    expect(() => parseOptions(['--roles', 'king'])).toThrow('--roles must be some of');
  });
});

describe('the description that the fuzzer reads', () => {
  const known = Object.fromEntries(['license', 'company', 'person', 'view'].map((kind) => [kind, [`${kind}-1`]]));

  it('names ids that are there, and one that is not', () => {
    const parameters = [{ name: 'id', in: 'path', schema: { type: 'string', format: 'uuid' } }];
    const schema = { type: 'object', properties: { companyId: { type: 'string', format: 'uuid' } } };
    const body = { $ref: '#/components/schemas/Body' };
    const operation = { parameters, requestBody: body, responses: { 200: body } };
    const document = {
      paths: { '/licenses/{id}': { post: operation } },
      components: { schemas: { Body: schema } },
    };
    const made = JSON.stringify(prepared(document, known as Known, '2026-11-20'));
    expect(made).toContain('"license-1"');
    expect(made).toContain('"company-1"');
    expect(made).toContain(
      '"requestBody":{"$ref":"#/components/schemas/AskedBody"},"responses":{"200":{"$ref":"#/components/schemas/Body"}}',
    );
    expect(JSON.stringify(document)).not.toContain('license-1');
  });

  it('skips no more than a month at once', () => {
    const ways = [{ until: { type: 'string', format: 'date' } }, { days: { type: 'integer', maximum: 3660 } }];
    const skip = { anyOf: ways.map((properties) => ({ type: 'object', properties })) };
    const made = prepared({ paths: {}, components: { schemas: { Skip: skip } } }, known as Known, '2026-11-20');
    const { AskedSkip } = (made.components as { schemas: Record<string, object> }).schemas;
    expect(AskedSkip).toMatchObject({
      anyOf: [
        { properties: { until: { enum: ['2026-11-19', '2026-11-23', '2026-12-20'] } } },
        { properties: { days: { maximum: 3660, enum: [1, 2, 3] } } },
      ],
    });
  });
});
