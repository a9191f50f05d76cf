import { z } from 'zod';

/** Something in which people were found, with what an erasure does to it. */
export const heldSchema = z.object({
  /** Where, such as `orders`, `former versions of orders` or `sql/monthly.sql`. Holds no identities. */
  place: z.string(),
  count: z.int().min(0),
  unit: z.enum(['row', 'text', 'file', 'send']),
  /** `kept` needs a decision of somebody: `words` say which. */
  action: z.enum(['deleted', 'redacted', 'cancelled', 'kept']),
  words: z.string(),
});
export type Held = z.output<typeof heldSchema>;

/** One kind of thing that may hold people. Everything that keeps values of users registers itself as one. */
export interface Holder<Context> {
  /** What it holds of the people; changes nothing. */
  find(context: Context): Promise<readonly Held[]>;
  /** Takes it away and tells what went; what is `kept` is told as in `find`. */
  erase(context: Context): Promise<readonly Held[]>;
}

/** One text in a holder's list, left out where nothing was found. */
export function held(
  place: string,
  count: number,
  unit: Held['unit'],
  action: Held['action'],
  words: string,
): readonly Held[] {
  return count === 0 ? [] : [{ place, count, unit, action, words }];
}
