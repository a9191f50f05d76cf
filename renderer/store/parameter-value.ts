import { z } from 'zod';
import type { ParameterValue } from '../../src/dialect/parameters/value.ts';

/** A parameter's value as it is saved with a tab. */
export const parameterValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text', 'integer', 'decimal', 'date', 'timestamp']), text: z.string() }),
  z.object({ kind: z.literal('boolean'), value: z.boolean() }),
  z.object({ kind: z.literal('text-list'), texts: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('null') }),
]) satisfies z.ZodType<ParameterValue>;
