/** Red, green and blue in linear light, 0…1 each. */
export type LinearColor = readonly [red: number, green: number, blue: number];

/** Reads `#RRGGBB` into linear light by the sRGB transfer curve (IEC 61966-2-1). */
export function linearColor(hex: string): LinearColor {
  const channel = (start: number) => {
    const encoded = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2 relative luminance: 0 is black, 1 is white. */
export function luminance(hex: string): number {
  const [red, green, blue] = linearColor(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio of two colours, 1…21: text needs 4.5, marks and controls 3. */
export function contrastRatio(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Black or white, whichever reads better on the given ground. */
export function textOn(ground: string): string {
  return contrastRatio('#FFFFFF', ground) >= contrastRatio('#000000', ground) ? '#FFFFFF' : '#000000';
}
