import type { CatalogShape, FunctionShape, RelationShape } from './catalog-shape.ts';

/** A catalog made ready for look-ups by name; names compare without case, as in the engine. */
export interface CatalogIndex {
  readonly shape: CatalogShape;
  /** A table or view by its written name: `t`, `schema.t` or `database.schema.t`. */
  findRelation(name: readonly string[]): RelationShape | undefined;
  /** The relations of a schema or database by its written name. */
  relationsIn(path: readonly string[]): readonly RelationShape[];
  /** Every kind of function that has this name. */
  findFunctions(name: string): readonly FunctionShape[];
  hasSchema(name: string): boolean;
  /** Whether a relation can be written without its schema. */
  isReachable(relation: RelationShape): boolean;
}

const indexes = new WeakMap<CatalogShape, CatalogIndex>();

/** The index of a catalog; built once for each shape object. */
export function indexCatalog(shape: CatalogShape): CatalogIndex {
  const known = indexes.get(shape);
  if (known !== undefined) return known;
  const index = buildIndex(shape);
  indexes.set(shape, index);
  return index;
}

function buildIndex(shape: CatalogShape): CatalogIndex {
  const relations = groupByName(shape.relations);
  const functions = groupByName(shape.functions);
  const schemas = new Set(shape.schemas.map((schema) => schema.name.toLowerCase()));
  const others = new Set(shape.schemas.flatMap((schema) => schema.database?.toLowerCase() ?? []));
  const path = shape.searchPath.map((name) => name.toLowerCase());
  const rank = (relation: RelationShape) =>
    relation.database === undefined ? path.indexOf(relation.schema.toLowerCase()) : -1;
  return {
    shape,
    findRelation(name) {
      const found = relations.get(name.at(-1)?.toLowerCase() ?? '') ?? [];
      const qualifiers = name.slice(0, -1).map((part) => part.toLowerCase());
      if (qualifiers.length === 0) {
        return found.filter((relation) => rank(relation) >= 0).sort((a, b) => rank(a) - rank(b))[0];
      }
      return found.find((relation) => isQualifiedBy(relation, qualifiers, others));
    },
    relationsIn: (written) => {
      const qualifiers = written.map((part) => part.toLowerCase());
      return shape.relations.filter((relation) => isQualifiedBy(relation, qualifiers, others));
    },
    findFunctions: (name) => functions.get(name.toLowerCase()) ?? [],
    hasSchema: (name) => schemas.has(name.toLowerCase()),
    isReachable: (relation) => rank(relation) >= 0,
  };
}

/** `main.t`, `database.main.t`, and `database.t` for the schema main. */
function isQualifiedBy(
  relation: RelationShape,
  qualifiers: readonly string[],
  otherDatabases: ReadonlySet<string>,
): boolean {
  const schema = relation.schema.toLowerCase();
  const database = relation.database?.toLowerCase();
  const [first = '', second] = qualifiers;
  if (second === undefined)
    return (first === schema && database === undefined) || (first === database && schema === 'main');
  return second === schema && (database === undefined ? !otherDatabases.has(first) : first === database);
}

function groupByName<Item extends { readonly name: string }>(items: readonly Item[]): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = item.name.toLowerCase();
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
