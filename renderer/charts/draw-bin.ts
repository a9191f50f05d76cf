import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, CustomSeriesRenderItemReturn } from 'echarts';

/** Draws `[start, end, base, top]` as a rectangle with a hairline of ground to its right. */
export function drawBin(
  _params: CustomSeriesRenderItemParams,
  api: CustomSeriesRenderItemAPI,
): CustomSeriesRenderItemReturn {
  const [left = 0, bottom = 0] = api.coord([api.value(0), api.value(2)]);
  const [right = 0, top = 0] = api.coord([api.value(1), api.value(3)]);
  const seam = right - left > 3 ? 1 : 0;
  const color = api.visual('color');
  const fill = typeof color === 'string' ? color : 'currentColor';
  return {
    type: 'rect',
    shape: { x: left, y: top, width: Math.max(1, right - left - seam), height: Math.max(0, bottom - top) },
    style: { fill },
    emphasis: { style: { fill, opacity: 0.8 } },
  };
}
