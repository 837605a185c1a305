const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id of an address as it is kept, whatever letters somebody copied; null for what is no such id. */
export const namedId = (text: unknown): string | null =>
  typeof text === 'string' && uuid.test(text) ? text.toLowerCase() : null;
