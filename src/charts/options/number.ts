import type { GroupedData } from '../data.ts';
import { formatReadable } from '../number-format.ts';
import type { Frame, Picture } from './frame.ts';
import { ink } from './ink.ts';
import type { Scene } from './scene.ts';
import { oneLine, textWidth } from './text-width.ts';

const largest = 56;
const smallest = 13;

/** Figures as large as they fit, each over its name, in as many columns as there is room for. */
export function numberPicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { look, tokens } = scene;
  const cells = data.cells[0] ?? [];
  const columns = Math.max(1, Math.min(cells.length, Math.floor(look.width / 150)));
  const lines = Math.ceil(cells.length / columns);
  const box = { width: look.width / columns, height: (look.height - frame.top) / lines };
  const figures = cells.map((cell) =>
    cell?.exact == null ? 'no value' : formatReadable(cell.exact, scene.format, look.locale),
  );
  const size = figures.reduce(
    (fits, figure) => Math.min(fits, ((box.width - 24) / textWidth(figure, 100)) * 100),
    Math.min(largest, box.height * 0.4),
  );
  const fontSize = Math.max(smallest, Math.floor(size));
  return {
    titles: figures.map((figure, index) => ({
      text: figure,
      subtext: oneLine(scene.nameX(data.x[index]), 40),
      left: box.width * ((index % columns) + 0.5),
      top: frame.top + box.height * (Math.floor(index / columns) + 0.5) - (fontSize * 1.35 + 20) / 2,
      textAlign: 'center',
      padding: 0,
      itemGap: 4,
      textStyle: { ...ink(tokens.text, fontSize), fontWeight: 600, width: box.width - 16, overflow: 'truncate' },
      subtextStyle: { ...ink(tokens.textMuted, 12), width: box.width - 16, overflow: 'truncate' },
    })),
    parts: { series: [] },
  };
}
