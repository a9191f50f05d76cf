import { literal, type Sql, sql } from '../../../core/sql.ts';
import { mostItems, tooManyItems } from '../../../scalar/item-limit.ts';
import type { FunctionCall } from './contract.ts';

/** Characters that a text made of a small one may have. */
const mostCharacters = 100_000_000;
const tooManyCharacters = `A text can be made ${mostCharacters.toLocaleString('en')} characters long at most.`;

/** Whatever the rows before hold, arrays up to this length do not overflow the engine's memory together. */
const harmlessItems = 65_536;

/** Refuses a length of text that is written out and too large. */
export function refuseLength(call: FunctionCall, length: number, index: number): void {
  if (length > mostCharacters) call.fail(tooManyCharacters, undefined, index);
}

/** The count, or an error where the text made of it would have too many characters. */
export function withinCharacters(call: FunctionCall, count: Sql, characters: Sql): Sql {
  const message = literal(`${call.name}: ${tooManyCharacters}`);
  return sql`CASE WHEN ${characters} > ${literal(mostCharacters)} THEN error(${message}) ELSE ${count} END`;
}

/** Refuses an array that is written out with so many items. */
export function refuseItems(call: FunctionCall, items: number, index: number): void {
  if (items > mostItems) call.fail(tooManyItems, undefined, index);
}

/** The value, or an error where an array of so many items would be made of it; `items` is a DOUBLE or a whole number. */
export function withinItems(value: Sql, items: Sql): Sql {
  return sql`CASE WHEN ${items} <= ${literal(harmlessItems)} THEN ${value} WHEN sh_items(CAST(${items} AS DOUBLE)) THEN ${value} END`;
}
