import type { JsonObject } from './json.ts';

/** Keeps text readable where it stands on lines or marks. */
export function halo(ground: string): JsonObject {
  return { textBorderColor: ground, textBorderWidth: 2 };
}

/** Text in a colour and size (pixels). The line height is said, because it cannot be measured in every font. */
export function ink(color: string, fontSize: number): JsonObject {
  return { color, fontSize, lineHeight: Math.round(fontSize * 1.35) };
}
