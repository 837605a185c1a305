import { must } from './api-story.js';
import { type Answer, ApiClient } from './api-world.js';
import { markedFieldsOf } from './marked-values.js';

type Names = Record<string, string>;
type File = NonNullable<Parameters<ApiClient['upload']>[2]>;

/** Somebody whose requests must succeed; notes which fields of the description have carried a marked value. */
export class MarkedCaller {
  private readonly client: ApiClient;

  constructor(
    baseUrl: string,
    token: string | null,
    private readonly carried: Set<string>,
  ) {
    this.client = new ApiClient(baseUrl, token);
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test reads public JSON as a stranger would.
  async get(path: string): Promise<any> {
    return must(this.client.get(path));
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  async post(path: string, names: Names, body: object): Promise<any> {
    this.note('POST', path, body);
    return told(path, () => this.client.post(at(path, names), body));
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  async put(path: string, names: Names, body: object): Promise<any> {
    this.note('PUT', path, body);
    return told(path, () => this.client.put(at(path, names), body));
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  async upload(path: string, names: Names, fields: Record<string, string>, file: File): Promise<any> {
    this.note('POST', path, { ...fields, file: `${file.name} ${file.bytes.toString('latin1')}` });
    return told(path, () => this.client.upload(at(path, names), fields, file));
  }

  private note(method: string, path: string, body: object): void {
    for (const field of markedFieldsOf(body)) this.carried.add(`${method} ${path} ${field}`);
  }
}

const at = (path: string, names: Names): string => path.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? name);

async function told(path: string, send: () => Promise<Answer>): Promise<unknown> {
  try {
    return await must(send());
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
