/** A name as one line: whoever chose it must not be able to begin a line of a mail, or of a calendar. */
export const oneLine = (name: string): string => name.replace(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, ' ').trim();
