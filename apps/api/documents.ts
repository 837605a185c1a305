/** The documents that are made from the API's code: `scripts/check/documents.mjs` compares or writes them. */
import { withAccessTable } from './access/access-page.js';
import { gapsIn } from './docs/gaps.js';
import { openapiDocument } from './docs/openapi-document.js';

/**
 * Text by path in the repository.
 * @param contentOf the file as it stands, for those of which only a part is made; null where there is none
 */
export async function documents(contentOf: (path: string) => string | null): Promise<Record<string, string>> {
  return {
    'docs/access.md': withAccessTable(contentOf('docs/access.md') ?? ''),
    'docs/openapi.json': `${JSON.stringify(await openapiDocument(), null, 2)}\n`,
  };
}

/** What the code does not say of itself, one line each; none where the documents are complete. */
export const gaps = async (): Promise<string[]> => gapsIn(await openapiDocument());
