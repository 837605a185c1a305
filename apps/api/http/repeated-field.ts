import { pointerOf } from '../problems/validation.js';

/** Strings, and what gives a JSON text its form; everything else is of no interest here. */
const token = /"(?:[^"\\]+|\\[\s\S]?)*"?|[{}[\],:]/g;

interface Open {
  /** Names of an object so far; null for an array. */
  names: Set<string> | null;
  /** Where in it we are: the name, or the number. */
  at: string | number;
  /** The next string of an object is a name. */
  expectsName: boolean;
}

/** What is nested deeper is refused as such, whatever stands in it: nobody makes us remember more than this. */
const mostLevels = 100;

/**
 * The first place (a JSON pointer) at which a field stands for the second time in its object; null where there is none.
 * `JSON.parse` keeps the last one without a word, and others the first one (RFC 8259, section 4). What is no JSON at all
 * has none.
 */
export function repeatedField(text: string): string | null {
  const stack: Open[] = [];
  for (const [each] of text.matchAll(token)) {
    if (stack.length > mostLevels) return null;
    const top = stack.at(-1);
    if (each === '{') stack.push({ names: new Set(), at: '', expectsName: true });
    else if (each === '[') stack.push({ names: null, at: 0, expectsName: false });
    else if (each === '}' || each === ']') stack.pop();
    else if (each === ',') step(top);
    else if (each !== ':' && top?.names && top.expectsName) {
      top.at = nameOf(each);
      top.expectsName = false;
      if (top.names.has(String(top.at))) return pointerOf(stack.map(({ at }) => String(at)));
      top.names.add(String(top.at));
    }
  }
  return null;
}

function step(top: Open | undefined): void {
  if (top?.names) top.expectsName = true;
  else if (top) top.at = Number(top.at) + 1;
}

function nameOf(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text; // no JSON: whoever parses it refuses it
  }
}
