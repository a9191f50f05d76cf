import { sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { castTo } from '../../translate/coerce.ts';
import {
  type DataType,
  familyOf,
  mapOf,
  nullType,
  structOf,
  type Typed,
  typed,
  unknownType,
} from '../../translate/typed.ts';
import { commonType } from '../../translate/unify.ts';
import type { FunctionCall } from '../contract.ts';

/** A map with the types of its parts; `entry` is the struct that stands for one key and value. */
export interface MapArgument {
  readonly map: Typed;
  readonly key: DataType;
  readonly value: DataType;
  readonly entry: DataType;
}

/** An argument that must be a map; NULL is one, and what is not known may be. */
export function mapArgument(call: FunctionCall, index: number): MapArgument {
  const found = call.argument(index);
  if (found.type.kind === 'map') return described(found, found.type.key, found.type.value);
  switch (familyOf(found.type)) {
    case 'unknown':
      return described(found, unknownType, unknownType);
    case 'null':
      return described(typed(sql`NULL::MAP(VARCHAR, VARCHAR)`, mapOf(nullType, nullType)), nullType, nullType);
    default:
      return call.fail(`“${call.name}” takes a map here, not ${typeText(found.type)}.`, undefined, index);
  }
}

function described(map: Typed, key: DataType, value: DataType): MapArgument {
  return {
    map,
    key,
    value,
    entry: structOf([
      ['key', key],
      ['value', value],
    ]),
  };
}

/** All arguments as maps of one type. */
export function mapsTogether(call: FunctionCall) {
  const found = Array.from({ length: call.count }, (_, index) => mapArgument(call, index).map);
  const type = found.map((map) => map.type).reduce(commonType);
  const known = type.kind === 'map';
  return { maps: known ? found.map((map) => castTo(map, type)) : found, type };
}
