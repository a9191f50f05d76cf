/**
 * SQL as a value. Text becomes `Sql` only through the `sql` tag, `rawSql` or `joinSql`, so that a user's string
 * can never be spliced in unquoted: the tag accepts `Sql`, names and literals, and nothing else.
 */
export interface Sql {
  readonly text: string;
  readonly [sqlBrand]: true;
}
declare const sqlBrand: unique symbol;

/** A possibly qualified relation name, outermost part first: `['main', 'orders']`. */
export type RelationName = readonly string[];

const make = (text: string): Sql => ({ text }) as Sql; // the only place where text turns into Sql

/** Builds SQL from a template; every hole must already be `Sql`. */
export function sql(strings: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  let text = strings[0] ?? '';
  holes.forEach((hole, index) => {
    text += hole.text + (strings[index + 1] ?? '');
  });
  return make(text);
}

/** Declares text the user wrote as SQL, or SQL the engine itself returned, to be SQL. */
export function rawSql(text: string): Sql {
  return make(text);
}

/** Quotes one identifier: `a"b` becomes `"a""b"`. */
export function identifier(name: string): Sql {
  return make(`"${name.replaceAll('"', '""')}"`);
}

/** Quotes a qualified name part by part. */
export function relation(name: RelationName): Sql {
  return make(name.map((part) => identifier(part).text).join('.'));
}

/** A literal of the matching SQL type; numbers must be finite. */
export function literal(value: string | number | bigint | boolean | null): Sql {
  switch (typeof value) {
    case 'string':
      return make(stringLiteral(value));
    case 'number':
      if (!Number.isFinite(value)) return make(`'${String(value)}'::DOUBLE`);
      return make(String(value));
    case 'bigint':
    case 'boolean':
      return make(String(value));
    default:
      return make('NULL');
  }
}

function stringLiteral(value: string): string {
  const quoted = `'${value.replaceAll("'", "''")}'`;
  return quoted.includes('\0') ? quoted.split('\0').join("' || chr(0) || '") : quoted;
}

/** Joins fragments with a separator such as `', '` or `'\n  AND '`. */
export function joinSql(fragments: readonly Sql[], separator: string): Sql {
  return make(fragments.map((fragment) => fragment.text).join(separator));
}
