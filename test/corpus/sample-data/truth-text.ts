import fs from 'node:fs';
import { z } from 'zod';

const figure = z.union([z.number(), z.string()]);
const truth = z.union([figure, z.record(z.string(), z.union([figure, z.record(z.string(), figure)]))]);

/** A figure, figures by key, or figures by two keys. */
export type Truth = z.infer<typeof truth>;

/** The truths of `truths.json` by file and name. */
export type Truths = Readonly<Record<string, Readonly<Record<string, Truth>>>>;

export function readTruths(location: string): Truths {
  return z.record(z.string(), z.record(z.string(), truth)).parse(JSON.parse(fs.readFileSync(location, 'utf8')));
}

/** A truth as the data dictionary writes it. */
export function truthText(value: Truth): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 4 });
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${typeof part === 'object' ? pairs(part) : truthText(part)}`)
    .join('; ');
}

function pairs(value: Readonly<Record<string, number | string>>): string {
  return Object.entries(value)
    .map(([key, part]) => `${key} ${truthText(part)}`)
    .join(', ');
}
