import type { Json, JsonObject } from './json.ts';

/** Along which axis a drawn option can be brushed: along its names or numbers, over both axes, or not at all. */
export type BrushType = 'lineX' | 'lineY' | 'rect' | null;

/** Finds the brush that suits an option of `chartOption`. */
export function brushType(option: JsonObject): BrushType {
  const [x, y] = [typeOf(option.xAxis), typeOf(option.yAxis)];
  if (x === undefined || y === undefined) return null;
  const { series } = option;
  const list: readonly Json[] = Array.isArray(series) ? series : [];
  const seriesType = typeOf(list[0]);
  if (seriesType === 'scatter' || seriesType === 'heatmap') return 'rect';
  return y === 'category' ? 'lineY' : 'lineX';
}

function typeOf(part: Json | undefined): string | undefined {
  if (typeof part !== 'object' || part === null || !('type' in part)) return undefined;
  return typeof part.type === 'string' ? part.type : undefined;
}
