/** A value that survives JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/**
 * `undefined` fields are left out, as JSON does. Functions are given by name, as `{ named: … }`, and `renderer/charts` puts
 * them in place:
 * - `short`: a number as an axis tick, with `format` and `locale`.
 * - `label`: the `label` of the data item.
 * - `tooltip`: the `tip` of the data item or items.
 * - `bins`: draws `[start, end, base, top]` as a rectangle.
 */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
