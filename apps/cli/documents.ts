/** The documents that are made from the code: `scripts/check/documents.mjs` compares them with the files, or writes them. */
import { packJsonSchema, timelineJsonSchema } from '../../libs/rulebook/index.js';
import { lawPage } from './law-page/page.js';

/** Text by path in the repository. */
export function documents(): Record<string, string> {
  return {
    'docs/law.md': lawPage('en'),
    'docs/law.zh.md': lawPage('zh'),
    'docs/schemas/clocks-timeline.schema.json': `${JSON.stringify(timelineJsonSchema(), null, 2)}\n`,
    'docs/schemas/rule-pack.schema.json': `${JSON.stringify(packJsonSchema(), null, 2)}\n`,
  };
}
