import type { ColumnOptions, ValueTransformer } from 'typeorm';

/** Instants travel as UTC ISO 8601 strings with milliseconds; the driver hands out `Date`. */
const isoInstant: ValueTransformer = {
  from: (value: Date | null): string | null => value?.toISOString() ?? null,
  to: (value: string | null | undefined) => value,
};

/** The driver gives bigint as text; what is stored here stays far below 2^53. */
const safeInteger: ValueTransformer = {
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
  to: (value: number | null | undefined) => value,
};

export const instant: ColumnOptions = { type: 'timestamptz', precision: 3, transformer: isoInstant };

/** Bookkeeping by the database's clock; dates of the domain never have a default. */
export const storedInstant: ColumnOptions = { ...instant, default: () => 'clock_timestamp()' };

export const big: ColumnOptions = { type: 'bigint', transformer: safeInteger };
