import { z } from 'zod';
import { rulePackSchema } from './schema.js';

/**
 * The form of a rule pack as JSON Schema (draft 2020-12), for editors and for those who write a pack in another
 * language. It can not say everything: that references lead somewhere, that a value is one of its fact, that examples
 * come out as written; `validate.ts` does.
 */
export function packJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(rulePackSchema, { override: ({ jsonSchema }) => withoutMachineBounds(jsonSchema) }),
    title: 'Rule pack of Paizhao 牌照',
  };
}

/** Whole numbers are bounded by what JavaScript can hold; nobody who writes a pack needs to read that. */
function withoutMachineBounds(schema: { minimum?: number | undefined; maximum?: number | undefined }): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}
