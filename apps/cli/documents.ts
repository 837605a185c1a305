/** The documents that are made from the code: `scripts/check/documents.mjs` compares them with the files, or writes them. */
import { profileSchema } from '../../libs/domain/assess/profile-schema.js';
import { packJsonSchema, timelineJsonSchema } from '../../libs/rulebook/index.js';
import { withIds } from './commands/documented-ids.js';
import { inventoryPage } from './inventory-page.js';
import { currentLaw } from './law.js';
import { lawPage } from './law-page/page.js';

/**
 * Text by path in the repository.
 * @param contentOf the file as it stands, for those of which only a part is made; null where there is none
 */
export function documents(contentOf: (path: string) => string | null): Record<string, string> {
  return {
    'docs/law.md': lawPage('en'),
    'docs/law.zh.md': lawPage('zh'),
    'docs/data-inventory.md': inventoryPage('en'),
    'docs/data-inventory.zh.md': inventoryPage('zh'),
    'docs/cli.md': withIds(contentOf('docs/cli.md') ?? '', currentLaw.pack),
    'docs/schemas/assess-profile.schema.json': inJson(profileSchema(currentLaw)),
    'docs/schemas/clocks-timeline.schema.json': inJson(timelineJsonSchema()),
    'docs/schemas/rule-pack.schema.json': inJson(packJsonSchema()),
  };
}

const inJson = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
