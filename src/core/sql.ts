/**
 * SQL as a value. Text becomes `Sql` only through the `sql` tag, `rawSql` or `joinSql`, so that a user's string
 * can never be spliced in unquoted: the tag accepts `Sql`, names and literals, and nothing else.
 */
export interface Sql {
  readonly text: string;
  /** For translated SQL: which stretches stand for which of the user's own text, inner ones before outer ones. */
  readonly origins?: readonly Origin[];
  readonly [sqlBrand]: true;
}
declare const sqlBrand: unique symbol;

/** `start` to `end` of a piece of SQL says what `from` to `to` of another text says; UTF-16 offsets, ends exclusive. */
export interface Origin {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** A possibly qualified relation name, outermost part first: `['main', 'orders']`. */
export type RelationName = readonly string[];

const make = (text: string, origins?: readonly Origin[]): Sql =>
  (origins === undefined ? { text } : { text, origins }) as Sql; // the only place where text turns into Sql

/** Builds SQL from a template; every hole must already be `Sql`. */
export function sql(strings: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  return concatenate(holes, (index) => strings[index] ?? '');
}

/** Marks SQL as what stands from `from` to `to` of another text. */
export function fromSource(
  piece: Sql,
  { start: from, end: to }: { readonly start: number; readonly end: number },
): Sql {
  return make(piece.text, [...(piece.origins ?? []), { start: 0, end: piece.text.length, from, to }]);
}

/** The other text's stretch behind a position of this SQL: the innermost that is known. */
export function originAt(piece: Sql, position: number): Origin | undefined {
  return piece.origins?.find(({ start, end }) => start <= position && position < end);
}

/** `between(0)`, the first hole, `between(1)` and so on; origins move with their holes. */
function concatenate(holes: readonly Sql[], between: (index: number) => string): Sql {
  let text = between(0);
  let origins: Origin[] | undefined;
  holes.forEach((hole, index) => {
    if (hole.origins !== undefined) {
      const moved = text.length;
      origins ??= [];
      for (const { start, end, from, to } of hole.origins) {
        origins.push({ start: start + moved, end: end + moved, from, to });
      }
    }
    text += hole.text + between(index + 1);
  });
  return make(text, origins);
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
  return concatenate(fragments, (index) => (index === 0 || index === fragments.length ? '' : separator));
}
