import { ValueTransformer } from 'typeorm';

/** Reads a 64-bit column (money) as a number: PostgreSQL hands it over as text. Safe up to 2^53. */
export const wholeNumberColumn: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};
