/** TypeORM answers an UPDATE or DELETE with [rows, count]. */
export function rowsOf<T = unknown>(result: unknown): T[] {
  return (Array.isArray(result) && Array.isArray(result[0]) ? result[0] : result) as T[];
}
