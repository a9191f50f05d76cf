import type { GroupedData } from '../data.ts';
import { stagesOf } from '../parts.ts';
import { rampColor } from '../../theme/palette.ts';
import { measureAxisTitle } from '../words/titles.ts';
import type { Frame, Picture } from './frame.ts';
import { ink } from './ink.ts';
import { cellTags } from './items.ts';
import type { Scene } from './scene.ts';
import { oneLine } from './text-width.ts';

/** Stages from top to bottom in the order of the data; beside each, how many are left of the first. */
export function funnelPicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { tokens, palette } = scene;
  const stages = stagesOf(data);
  const first = stages[0]?.cell.value ?? 1;
  const highest = stages.reduce((most, { cell }) => Math.max(most, cell.value), 0);
  const ramp = [palette.categorical[0] ?? palette.neutral, palette.categorical[4] ?? palette.neutral];
  return {
    parts: {
      series: [
        {
          id: 'stages',
          name: measureAxisTitle(scene.chart),
          type: 'funnel',
          sort: 'none',
          left: 16,
          right: '45%',
          top: frame.top + 8,
          bottom: 12,
          min: 0,
          max: highest,
          minSize: '1%',
          maxSize: '100%',
          gap: 2,
          label: { position: 'right', ...ink(tokens.text, 12), formatter: { named: 'label' } },
          labelLine: { length: 16, lineStyle: { color: tokens.control } },
          itemStyle: { borderWidth: 0 },
          data: stages.map(({ x, series, cell }, index) => {
            const name = oneLine(scene.nameX(data.x[x]), 32);
            const left = scene.share(cell.value, first);
            const before = stages[index - 1]?.cell.value;
            const kept =
              before === undefined ? [] : [{ name: 'of the stage before', text: scene.share(cell.value, before) }];
            return {
              value: cell.value,
              name,
              text: `${name}\n${scene.exact(cell)} · ${left}`,
              itemStyle: { color: rampColor(ramp, stages.length > 1 ? index / (stages.length - 1) : 0) },
              ...cellTags(scene, data, x, series, [{ name: 'of the first stage', text: left }, ...kept]),
            };
          }),
        },
      ],
    },
  };
}
