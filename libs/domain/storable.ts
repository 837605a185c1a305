/**
 * Whether a text can be stored: PostgreSQL holds no U+0000, and neither it nor canonical JSON half of a surrogate pair.
 * Whatever comes from outside is asked before anything is stored.
 */
export const isStorable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
