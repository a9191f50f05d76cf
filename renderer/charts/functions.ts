import { z } from 'zod';
import { formatShort } from '../../src/charts/number-format.ts';
import type { Json, JsonObject } from '../../src/charts/options/json.ts';
import { drawBin } from './draw-bin.ts';
import { tooltipElement } from './tooltip.ts';

const shortSchema = z.object({
  format: z.object({
    notation: z.enum(['plain', 'percent']),
    decimals: z.number().nullable(),
    prefix: z.string(),
    suffix: z.string(),
  }),
  locale: z.object({ group: z.string(), decimal: z.string() }),
});
const labelSchema = z.object({ data: z.object({ text: z.string() }) });

/** An option in which names stand for no functions any more: what the chart library takes. */
export type RunnableOption = Record<string, unknown>;

/** Puts the functions in the place of their names, see `JsonObject`. */
export function withFunctions(option: JsonObject): RunnableOption {
  return Object.fromEntries(Object.entries(option).map(([key, value]) => [key, runnable(value)]));
}

function runnable(value: Json | undefined): unknown {
  if (Array.isArray(value)) return value.map(runnable);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as JsonObject; // arrays and null are gone
  return typeof object.named === 'string' ? functionNamed(object.named, object) : withFunctions(object);
}

function functionNamed(name: string, settings: JsonObject): unknown {
  switch (name) {
    case 'short': {
      const { format, locale } = shortSchema.parse(settings);
      return (value: number) => formatShort(value, format, locale);
    }
    case 'label':
      return itemLabel;
    case 'tooltip':
      return tooltipElement;
    case 'bins':
      return drawBin;
    default:
      throw new Error(`There is no function called ${name}.`);
  }
}

function itemLabel(given: unknown): string {
  const parsed = labelSchema.safeParse(given);
  return parsed.success ? parsed.data.data.text : '';
}
