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
