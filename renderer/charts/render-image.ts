import { StillhouseError } from '../../src/core/error.ts';
import type { ChartData } from '../../src/charts/data.ts';
import { describeChart } from '../../src/charts/describe.ts';
import type { NumberLocale } from '../../src/charts/number-format.ts';
import { chartOption } from '../../src/charts/options/option.ts';
import type { Chart } from '../../src/charts/resolve.ts';
import type { ThemeName } from '../../src/theme/tokens.ts';
import { initECharts } from './echarts.ts';
import { withFunctions, type RunnableOption } from './functions.ts';

/** What an image shows and how large it is, in CSS pixels. */
export interface ImageRequest {
  readonly chart: Chart;
  readonly data: ChartData;
  readonly theme: ThemeName;
  readonly locale: NumberLocale;
  readonly width: number;
  readonly height: number;
  /** Whether title and sentence are part of the image; they are unless told otherwise. */
  readonly captioned?: boolean;
}

/** Sharp on dense screens and in print. */
const pixelRatio = 2;

/** Room for title, sentence and notes above the chart, in CSS pixels. */
const captionHeight = 96;

/** The chart as an SVG file. */
export function chartSvg(request: ImageRequest): Blob {
  const { width } = request;
  const image = initECharts(null, null, { renderer: 'svg', ssr: true, width, height: heightOf(request) });
  try {
    image.setOption(imageOption(request));
    return new Blob([image.renderToSVGString()], { type: 'image/svg+xml' });
  } finally {
    image.dispose();
  }
}

/** The chart as a PNG file of twice the size. */
export async function chartPng(request: ImageRequest): Promise<Blob> {
  const size = { width: request.width, height: heightOf(request), devicePixelRatio: pixelRatio };
  const image = initECharts(document.createElement('div'), null, { renderer: 'canvas', ...size });
  try {
    image.setOption(imageOption(request));
    const canvas = image.renderToCanvas({ pixelRatio });
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new StillhouseError('internal', 'The chart could not be drawn as an image.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    image.dispose();
  }
}

function heightOf({ height, captioned = true }: ImageRequest): number {
  return captioned ? height + captionHeight : height;
}

function imageOption(request: ImageRequest): RunnableOption {
  const { chart, data, theme, locale, width, captioned = true } = request;
  const look = { theme, locale, width, height: heightOf(request), animated: false, captioned };
  return withFunctions(chartOption(chart, data, describeChart(chart, data, locale), look));
}
