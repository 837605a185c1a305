/** Whether PostgreSQL's `uuid` takes it, as ids are written here: in small letters. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
