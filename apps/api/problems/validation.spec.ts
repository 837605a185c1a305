import { z } from 'zod';
import { RequestInvalid } from './api-errors.js';
import { parsed, pointerOf, validationPipe } from './validation.js';

const faults = (schema: z.ZodType, value: unknown): string[] => {
  try {
    parsed(schema, value);
    return [];
  } catch (error) {
    return (error as RequestInvalid).errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? [];
  }
};

describe('validation', () => {
  const schema = z.strictObject({
    'a/b': z.string(),
    list: z.array(z.strictObject({ n: z.int().max(3) })),
    kind: z.union([z.strictObject({ until: z.string() }), z.strictObject({ days: z.int() })]),
  });

  it('says everything at once, each with a JSON pointer', () => {
    const value = { 'a/b': 1, list: [{ n: 1 }, { n: 4, 'x~y': 0 }], kind: { days: 'two' }, more: 1 };
    expect(faults(schema, value).sort()).toEqual([
      '/a~1b field-invalid',
      '/kind/days field-invalid',
      '/list/1/n field-invalid',
      '/list/1/x~0y unknown-field',
      '/more unknown-field',
    ]);
  });

  it('tells a missing field from a wrong one', () => {
    expect(faults(schema, { list: [], kind: { days: 1 } })).toEqual(['/a~1b field-missing']);
  });

  it('gives a remedy for each', () => {
    try {
      parsed(schema, {});
    } catch (error) {
      for (const { remedy } of (error as RequestInvalid).errors ?? []) expect(remedy).toMatch(/\.$/);
    }
    expect.hasAssertions();
  });

  const given = 'w13912345678';
  it.each<[string, z.ZodType, unknown, string]>([
    ['another type', z.boolean(), given, '请改为布尔值（true 或 false）。'],
    ['no whole number', z.int(), 1.5, '请改为整数。'],
    ['none of the choices', z.enum(['a', 'b']), given, '请改用以下之一：a、b。'],
    ['another word', z.literal('a'), given, '请改用以下之一：a。'],
    ['too long', z.string().max(3), given, '请改为合适的值：不得超过 3 个字符。'],
    ['too short', z.array(z.int()).min(1), [], '请改为合适的值：不得少于 1 项。'],
    ['too small', z.number().positive(), 0, '请改为合适的值：须大于 0。'],
    ['no UUID', z.uuid(), given, '请改为 UUID。'],
    ['missing', z.strictObject({ a: z.string() }), {}, '请补上该字段，其类型为字符串。'],
  ])(
    'says in Chinese what is right in place of what is %s, and nothing of what was given',
    (_, schema, value, right) => {
      expect.hasAssertions();
      try {
        parsed(schema, value);
      } catch (error) {
        const { zh } = error as RequestInvalid;
        expect(zh).toMatchObject({ remedy: right, detail: expect.stringMatching(/[一-鿿]/) });
        expect(JSON.stringify(zh)).not.toContain(given);
      }
    },
  );

  it.each(['a\u0000b', '\ud800'])('refuses a text that cannot be stored, wherever it stands', async (text) => {
    const body = { list: [{ deep: text }] };
    await expect(validationPipe.transform(body, { type: 'body' })).rejects.toMatchObject({
      code: 'text-not-storable',
      pointer: '/list/0/deep',
    });
    await expect(validationPipe.transform({ [text]: 1 }, { type: 'body' })).rejects.toBeInstanceOf(RequestInvalid);
    await expect(validationPipe.transform({ name: '𠮷' }, { type: 'body' })).resolves.toEqual({ name: '𠮷' });
  });

  it('writes pointers by RFC 6901', () => {
    expect(pointerOf(['a/b', 'm~n', '0'])).toBe('/a~1b/m~0n/0');
    expect(pointerOf([])).toBe('');
  });
});
