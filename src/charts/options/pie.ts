import type { GroupedData } from '../data.ts';
import { drawableParts, wholeOf, type Part } from '../parts.ts';
import { measureAxisTitle } from '../words/titles.ts';
import type { Frame, Picture } from './frame.ts';
import { ink } from './ink.ts';
import { cellTags } from './items.ts';
import { seriesColors, type Scene } from './scene.ts';
import { legendHeight, legendOf } from './plot.ts';
import { oneLine, widest } from './text-width.ts';

const leastRadius = 48;

/** Room that a label's line takes beside the pie, in pixels. */
const labelLineRoom = 36;

/** Up to so many slices have room for labels of two lines. */
const mostTwoLined = 8;

/** A pie, or a donut with the whole in its hole. Slices are named beside themselves, in narrow charts by a legend. */
export function piePicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { chart, tokens, look } = scene;
  const parts = drawableParts(data);
  const whole = wholeOf(parts);
  const colors = seriesColors(scene, data.x);
  const { texts, free } = labelsOf(scene, data, parts, whole);
  const labelled = free >= leastRadius;
  const names = parts.map(({ x }) => oneLine(scene.nameX(data.x[x]), 40));
  const top = frame.top + (labelled ? 0 : legendHeight);
  const middle = (top + look.height) / 2;
  const radius = Math.max(20, Math.min((look.height - top) / 2 - 24, labelled ? free : look.width / 2 - 16));
  const total = {
    text: scene.brief(whole),
    subtext: oneLine(measureAxisTitle(chart), 24),
    left: '50%',
    top: middle - 23,
    textAlign: 'center',
    padding: 0,
    itemGap: 2,
    textStyle: { ...ink(tokens.text, 20), fontWeight: 600 },
    subtextStyle: ink(tokens.textMuted, 11),
  };
  return {
    titles: chart.spec.hole ? [total] : [],
    parts: {
      ...(labelled ? {} : { legend: legendOf(scene, frame.top, names) }),
      series: [
        {
          id: 'parts',
          name: measureAxisTitle(chart),
          type: 'pie',
          center: ['50%', middle],
          radius: [chart.spec.hole ? radius * 0.6 : 0, radius],
          startAngle: 90,
          minAngle: 1,
          avoidLabelOverlap: true,
          itemStyle: { borderColor: tokens.ground, borderWidth: 1.5 },
          label: {
            ...ink(tokens.text, 12),
            show: labelled,
            formatter: { named: 'label' },
          },
          labelLine: { length: 10, length2: 8, lineStyle: { color: tokens.control } },
          data: parts.map(({ x, series, cell }, index) => {
            const name = oneLine(scene.nameX(data.x[x]), 40);
            const share = scene.share(cell.value, whole);
            return {
              value: cell.value,
              name,
              text: texts[index],
              itemStyle: { color: colors[x] },
              ...cellTags(scene, data, x, series, [{ name: 'share', text: share }]),
            };
          }),
        },
      ],
    },
  };
}

interface SliceLabels {
  readonly texts: readonly string[];
  /** The radius that the labels leave free, in pixels. */
  readonly free: number;
}

/** Names and shares on one line, or on two where the pie would become too small beside them. */
function labelsOf(scene: Scene, data: GroupedData, parts: readonly Part[], whole: number): SliceLabels {
  const names = parts.map(({ x }) => oneLine(scene.nameX(data.x[x]), 32));
  const shares = parts.map(({ cell }) => scene.share(cell.value, whole));
  const half = scene.look.width / 2 - labelLineRoom;
  const long = names.map((name, index) => `${name}  ${shares[index] ?? ''}`);
  const free = half - widest(long);
  if (free >= 0.35 * scene.look.height || parts.length > mostTwoLined) return { texts: long, free };
  const short = names.map((name, index) => `${name}\n${shares[index] ?? ''}`);
  return { texts: short, free: half - widest([...names, ...shares]) };
}
