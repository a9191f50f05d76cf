import type { z } from 'zod';
import { StillhouseError } from '../core/error.ts';
import { type FieldMeta, fieldMeta } from './fields.ts';

/** One field of a form, in the schema's order. */
export interface FormField extends FieldMeta {
  readonly name: string;
}

/** The fields of an input schema. Each must be made by `fields.ts`. */
export function formFields(schema: z.ZodObject): readonly FormField[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const meta = fieldMeta(field as z.ZodType); // shapes hold schemas
    if (meta === undefined)
      throw new StillhouseError('internal', `The field "${name}" does not say how it is filled in.`);
    return { name, ...meta };
  });
}

/** The values a form begins with; fields that must be chosen have none. */
export function defaultInput(schema: z.ZodObject): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(schema.shape).flatMap(([name, field]): [string, unknown][] => {
      const parsed = (field as z.ZodType).safeParse(undefined); // shapes hold schemas
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}
