import { type Data, Type } from 'apache-arrow';

/**
 * Arrow counts three 32-bit words in an interval of months, days and nanoseconds; there are four, and its writer would
 * cut off the last quarter of the rows. Call it on every column that is going to be written.
 */
export function correctIntervalStride(data: Data): void {
  const type: Type = data.type.typeId;
  if (type === Type.Interval) Object.assign(data, { stride: 4 });
  for (const child of data.children) correctIntervalStride(child);
}
