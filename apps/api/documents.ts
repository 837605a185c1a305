/** The documents that are made from the API's code: `scripts/check/documents.mjs` compares or writes them. */
import { withAccessTable } from './access/access-page.js';

/**
 * Text by path in the repository.
 * @param contentOf the file as it stands, for those of which only a part is made; null where there is none
 */
export function documents(contentOf: (path: string) => string | null): Record<string, string> {
  return { 'docs/access.md': withAccessTable(contentOf('docs/access.md') ?? '') };
}
