import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { ChartData } from '../../src/charts/data.ts';
import type { NumberLocale } from '../../src/charts/number-format.ts';
import type { Chart } from '../../src/charts/resolve.ts';
import { chartTable } from '../../src/charts/table.ts';
import classes from './ChartTable.module.css';

export interface ChartTableProps {
  readonly chart: Chart;
  readonly data: ChartData;
  readonly locale: NumberLocale;
  /** In CSS pixels. */
  readonly height: number;
}

/** Height of a row, in CSS pixels. */
const rowHeight = 28;

/** The figures of a chart, exact and in its order. Rows outside the view are not in the page. */
export function ChartTable({ chart, data, locale, height }: ChartTableProps) {
  const { columns, rows } = useMemo(() => chartTable(chart, data, locale), [chart, data, locale]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const kindOf = (numeric: boolean | undefined) => (numeric === true ? classes.figure : classes.name);
  return (
    <div ref={scroller} className={classes.scroller} style={{ height }} role="region" aria-label="Chart as table">
      <table className={classes.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map(({ label, numeric }, index) => (
              <th key={index} scope="col" className={kindOf(numeric)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} span={columns.length} />}
          {shown.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {rows[index]?.map((cell, place) => (
                <td key={place} className={kindOf(columns[place]?.numeric)} title={cell.text}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <Gap height={after} span={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
