/** No file here is deeper; what is could exhaust the stack of whoever reads it. */
const deepest = 100;

/** What JSON.parse lets pass and no reader here can bear; `message` follows the name of the file. */
export interface JsonFault {
  code: 'nested-too-deep' | 'repeated';
  message: string;
}

/**
 * Of a text that is JSON: whether it is nested too deep, or an object in it has a key twice, of which JSON.parse would
 * silently take the last one.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: (Set<string> | null)[] = [];
  const repeated = new Set<string>();
  // Strings are taken whole, so that a bracket inside one is none; one before a colon is a key.
  for (const [token, string, colon] of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > deepest) {
        return { code: 'nested-too-deep', message: `nested more than ${deepest} levels deep` };
      }
    } else if (token === '}' || token === ']') open.pop();
    else if (string !== undefined && colon !== undefined) {
      const keys = open.at(-1);
      if (keys?.has(string)) repeated.add(string);
      keys?.add(string);
    }
  }
  if (repeated.size === 0) return null;
  const named = [...repeated].slice(0, 12).map((key) => key.slice(0, 60));
  return { code: 'repeated', message: `a key stands twice in one object: ${named.join(', ')}` };
}
