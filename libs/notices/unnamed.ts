/** More of an answer is never kept. */
const most = 5_000;

/**
 * A server's words without those to whom a mail went: neither their addresses nor what stands before the @, which is
 * mostly a name (`550 wang.fang is not here`).
 */
export function unnamed(answer: string, addresses: readonly string[]): string {
  return addresses.reduce(
    (words, address) => {
      const local = address.slice(0, address.lastIndexOf('@'));
      return [address, ...(local.length > 2 ? [local] : [])].reduce(without, words);
    },
    answer.slice(0, most),
  );
}

function without(words: string, hidden: string): string {
  const literally = hidden.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return words.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literally}(?![\\p{L}\\p{N}])`, 'giu'), '…');
}
