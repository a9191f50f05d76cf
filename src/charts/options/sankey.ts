import type { GroupedData, Position } from '../data.ts';
import { drawableParts, wholeOf, type Part } from '../parts.ts';
import { measureAxisTitle } from '../words/titles.ts';
import type { Frame, Picture } from './frame.ts';
import { halo, ink } from './ink.ts';
import { cellTags } from './items.ts';
import type { JsonObject } from './json.ts';
import { isAcyclic } from './flow-cycles.ts';
import { seriesColors, type Scene } from './scene.ts';
import { oneLine, widest } from './text-width.ts';

/**
 * Flows from left to right. Places of one name on both sides are one node, so that flows go on; where they would run in a
 * circle, which cannot be laid out, each side has nodes of its own.
 */
export function sankeyPicture(scene: Scene, data: GroupedData, frame: Frame): Picture {
  const { chart, tokens } = scene;
  const flows = drawableParts(data);
  const whole = wholeOf(flows);
  const [from, to] = [
    data.x.map((position) => scene.nameX(position)),
    data.series.map((position) => scene.nameSeries(position)),
  ];
  const joined = isAcyclic(flows.map(({ x, series }) => [from[x] ?? '', to[series] ?? '']));
  const source = (x: number) => (joined ? (from[x] ?? '') : `from ${from[x] ?? ''}`);
  const target = (series: number) => (joined ? (to[series] ?? '') : `to ${to[series] ?? ''}`);
  const nodes = nodesOf(scene, data, flows, source, target);
  return {
    parts: {
      series: [
        {
          id: 'flows',
          name: measureAxisTitle(chart),
          type: 'sankey',
          left: 8,
          right: Math.min(180, widest(to) + 16),
          top: frame.top + 4,
          bottom: 12,
          nodeWidth: 14,
          nodeGap: 8,
          draggable: false,
          emphasis: { focus: 'adjacency' },
          labelLayout: { hideOverlap: true },
          label: {
            ...ink(tokens.text, 11),
            ...halo(tokens.ground),
            width: 160,
            overflow: 'truncate',
            formatter: { named: 'label' },
          },
          lineStyle: { color: 'source', opacity: 0.35 },
          data: nodes,
          links: flows.map(({ x, series, cell }) => {
            const tags = cellTags(scene, data, x, series, [{ name: 'share', text: scene.share(cell.value, whole) }]);
            const tip = { ...tags.tip, title: `${from[x] ?? ''} → ${to[series] ?? ''}` };
            return { source: source(x), target: target(series), value: cell.value, ...tags, tip };
          }),
        },
      ],
    },
  };
}

interface Node {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly position: Position;
  inflow: number;
  outflow: number;
}

function nodesOf(
  scene: Scene,
  data: GroupedData,
  flows: readonly Part[],
  source: (x: number) => string,
  target: (series: number) => string,
): JsonObject[] {
  const nodes = new Map<string, Node>();
  const nodeOf = (id: string, name: string, position: Position | undefined, at: readonly [number, number]) => {
    const node = nodes.get(id) ?? { name, position: position ?? { kind: 'all' }, at, inflow: 0, outflow: 0 };
    nodes.set(id, node);
    return node;
  };
  for (const { x, series, cell } of flows) {
    nodeOf(source(x), scene.nameX(data.x[x]), data.x[x], [x, -1]).outflow += cell.value;
    const end = data.series[series];
    nodeOf(target(series), scene.nameSeries(end), end, [-1, series]).inflow += cell.value;
  }
  const colors = colorsByName(scene, [...nodes.values()]);
  return [...nodes.entries()].map(([id, { name, at, inflow, outflow }]) => ({
    name: id,
    text: oneLine(name, 40),
    at,
    tip: {
      title: name,
      rows: [{ name: measureAxisTitle(scene.chart), text: scene.exactNumber(Math.max(inflow, outflow)) }],
    },
    itemStyle: { color: colors.get(name) },
  }));
}

/** One name has one colour, on whichever side it stands. */
function colorsByName(scene: Scene, nodes: readonly Node[]): ReadonlyMap<string, string> {
  const named = [...new Map(nodes.map(({ name, position }) => [name, position])).entries()];
  const colors = seriesColors(
    scene,
    named.map(([, position]) => position),
  );
  return new Map(named.map(([name], index) => [name, colors[index] ?? scene.palette.neutral]));
}
