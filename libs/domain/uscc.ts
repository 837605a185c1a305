/**
 * The unified social credit code 统一社会信用代码 of GB 32100-2015: 17 characters of a 31-letter alphabet and a check
 * character over them, weights 3^i modulo 31.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** True for 18 characters in upper case whose check character fits. */
export function isUscc(text: string): boolean {
  if (text.length !== 18) return false;
  const values = [...text].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  return values[17] === (31 - (sum % 31)) % 31;
}
