import type { Dimension } from '../resolve.ts';
import type { AxisLimits, AxisSql } from './axis-contract.ts';
import { categoryAxis } from './category-axis.ts';
import { numberAxis } from './number-axis.ts';
import { timeAxis } from './time-axis.ts';

/** A dimension as SQL; `name` is its column in `source` and in the result. */
export function axisSql(name: string, dimension: Dimension, limits: AxisLimits): AxisSql {
  switch (dimension.scale) {
    case 'time':
      return timeAxis(name, dimension, limits);
    case 'number':
      return numberAxis(name, dimension, limits);
    case 'category':
      return categoryAxis(name, dimension, limits);
  }
}
