import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import {
  createGridController,
  type GridController,
  type GridElements,
  type GridInputs,
  type PlaceWindow,
} from './grid-controller.ts';
import { useLatest } from './use-latest.ts';

/** Marks the parts of a grid that its drawing needs: `data-part` on one element each. */
const partNames = ['scroller', 'content', 'view', 'header', 'body'] as const;

/** Runs the drawing of a grid's rows for as long as it is in the page; `controller` is empty before that. */
export function useGridController(
  root: RefObject<HTMLDivElement | null>,
  inputs: GridInputs,
  onColumnsInView: ((columns: readonly number[]) => void) | undefined,
) {
  const controller = useRef<GridController>(null);
  const [places, setPlaces] = useState<PlaceWindow>({ start: 0, end: 0 });
  const latest = useLatest({ inputs, onColumnsInView });

  useLayoutEffect(() => {
    if (root.current === null) return undefined;
    const created = createGridController(findParts(root.current), latest.current.inputs, setPlaces);
    controller.current = created;
    return () => {
      created.close();
      controller.current = null;
    };
  }, [root, latest]);

  useLayoutEffect(() => {
    controller.current?.update(inputs);
  });

  const { layout } = inputs;
  useLayoutEffect(() => {
    const columns = [...layout.shown.slice(0, layout.pinnedCount), ...layout.shown.slice(places.start, places.end)];
    latest.current.onColumnsInView?.(columns);
  }, [latest, layout, places]);

  return { controller, places };
}

function findParts(root: HTMLElement): GridElements {
  const found = partNames.map((name) => root.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? root);
  const [scroller = root, content = root, view = root, header = root, body = root] = found;
  return { root, scroller, content, view, header, body };
}
