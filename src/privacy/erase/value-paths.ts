import { literal, type Sql, sql } from '../../core/sql.ts';
import { nameText } from '../../dialect/keywords.ts';
import { fieldsOf, parseType, type TypeTree } from '../../dialect/type-tree.ts';
import { kindOfTree } from '../../modules/catalog-view.ts';
import { nameSql } from '../../sql/name-sql.ts';
import { hasIdentitySql, comparableSql, isIdentitySql } from './identities.ts';

/** Structs and lists deeper than this are not searched. */
const deepest = 6;

/** A text or number in each row, or a list of them where lists or maps are passed on the way. */
export interface ValuePath {
  /** Such as `email`, `web.user` or `identityMap.ECID[].id`. */
  readonly label: string;
  readonly kind: 'text' | 'number';
  /** Whether any value at the path is one of the session's identities. */
  readonly isIdentity: Sql;
}

/** A column by the name to show and the name it is stored under. */
export interface StoredValue {
  readonly name: string;
  readonly stored: string;
  readonly type: string;
}

/** A value on the way: one, or a list of them. */
interface Reached {
  readonly sql: Sql;
  readonly isList: boolean;
}

/** All texts and numbers of a table's columns, through structs, lists and the values of maps. */
export function valuePaths(columns: readonly StoredValue[]): readonly ValuePath[] {
  const paths: ValuePath[] = [];
  const visit = (tree: TypeTree, label: string, at: Reached, depth: number) => {
    const kind = kindOfTree(tree);
    if (kind === 'text' || kind === 'number') paths.push({ label, kind, isIdentity: identityTest(at) });
    if (depth === deepest) return;
    if (tree.kind === 'struct') {
      for (const { name, type } of fieldsOf(tree)) {
        const field = step(at, (value) => sql`struct_extract(${value}, ${literal(name)})`);
        visit(type, `${label}.${nameText(name)}`, field, depth + 1);
      }
    } else if (tree.kind === 'list') {
      visit(tree.item, `${label}[]`, spread(at), depth + 1);
    } else if (tree.kind === 'map') {
      visit(tree.value, `${label}[]`, spread(step(at, (value) => sql`map_values(${value})`)), depth + 1);
    }
  };
  for (const { name, stored, type } of columns) {
    visit(parseType(type), nameText(name), { sql: nameSql(stored), isList: false }, 0);
  }
  return paths;
}

/** Goes on within a value, or within each item of a list. */
function step(at: Reached, within: (value: Sql) => Sql): Reached {
  if (!at.isList) return { sql: within(at.sql), isList: false };
  return { sql: sql`list_transform(${at.sql}, lambda item: ${within(sql`item`)})`, isList: true };
}

/** Takes the items of a list, or of each list in a list. */
function spread(at: Reached): Reached {
  return { sql: at.isList ? sql`flatten(${at.sql})` : at.sql, isList: true };
}

/** False, never NULL, where there is no value. */
function identityTest(at: Reached): Sql {
  const asText = step(at, (value) => sql`CAST(${value} AS VARCHAR)`);
  if (!asText.isList) return sql`coalesce(${isIdentitySql(asText.sql)}, false)`;
  return sql`coalesce(${hasIdentitySql(step(asText, comparableSql).sql)}, false)`;
}
