import type { CatalogShape, FunctionKind, FunctionShape, RelationShape } from '../../../src/dialect/catalog-shape.ts';

/** A table or view whose columns are written as `name TYPE; name TYPE`. */
export function relation(name: string, columns: string, more: Partial<RelationShape> = {}): RelationShape {
  return {
    schema: 'main',
    name,
    kind: 'table',
    columns: columns.split(';').map((column) => {
      const [, quoted, plain, sqlType = ''] = /^\s*(?:"([^"]*)"|(\S+))\s+(.*\S)\s*$/.exec(column) ?? [];
      return { name: quoted ?? plain ?? '', sqlType };
    }),
    ...more,
  };
}

function fn(name: string, kind: FunctionKind, parameters: string, returns?: string): FunctionShape {
  return {
    name,
    kind,
    signatures: [
      {
        parameters:
          parameters === ''
            ? []
            : parameters.split(', ').map((parameter) => {
                const [parameterName = '', type] = parameter.split(' ');
                return { name: parameterName, ...(type !== undefined && { type }) };
              }),
        ...(returns !== undefined && { returns }),
      },
    ],
    description: `About ${name}.`,
    examples: [`${name}(…)`],
  };
}

/** A small catalog with every kind of thing that completion, hover and checks tell apart. */
export const sampleCatalog: CatalogShape = {
  schemas: [{ name: 'main' }, { name: 'staging' }, { name: 'main', database: 'scratch' }],
  relations: [
    relation('customers', 'id INTEGER; name VARCHAR; country VARCHAR; created_at TIMESTAMP', { rowCount: 1204 }),
    relation(
      'orders',
      "id INTEGER; customer_id INTEGER; amount DECIMAL(18,2); ordered_at TIMESTAMP; status ENUM('new', 'paid'); " +
        'items STRUCT(sku VARCHAR, price DECIMAL(10,2), tags VARCHAR[])[]; address STRUCT(street VARCHAR, geo STRUCT(lat DOUBLE, lon DOUBLE)); ' +
        'labels MAP(VARCHAR, STRUCT("first seen" DATE, hits INTEGER))',
    ),
    relation('Order Lines', '"line no" INTEGER; order_id INTEGER; select VARCHAR', { comment: 'One row a line.' }),
    relation('active_customers', 'id INTEGER; name VARCHAR', { kind: 'view' }),
    relation('raw_orders', 'order_ref VARCHAR; payload VARCHAR', { schema: 'staging' }),
    relation('temp_events', 'event VARCHAR', { database: 'scratch' }),
  ],
  functions: [
    fn('sum', 'aggregate', 'arg DOUBLE', 'DOUBLE'),
    fn('count', 'aggregate', 'arg ANY', 'BIGINT'),
    fn('upper', 'scalar', 'string VARCHAR', 'VARCHAR'),
    fn('date_trunc', 'scalar', 'part VARCHAR, timestamp TIMESTAMP', 'TIMESTAMP'),
    fn('list_filter', 'scalar', 'list ANY[], lambda LAMBDA', 'ANY[]'),
    fn('list_transform', 'scalar', 'list ANY[], lambda LAMBDA', 'ANY[]'),
    fn('now', 'scalar', '', 'TIMESTAMP'),
    fn('row_number', 'window', '', 'BIGINT'),
    fn('read_csv', 'table-function', 'path VARCHAR'),
    fn('range', 'table-function', 'stop BIGINT'),
    fn('today', 'macro', ''),
    fn('table_info', 'pragma', 'name VARCHAR'),
    {
      name: 'round',
      kind: 'scalar',
      signatures: [
        { parameters: [{ name: 'x', type: 'DOUBLE' }], returns: 'DOUBLE' },
        {
          parameters: [
            { name: 'x', type: 'DOUBLE' },
            { name: 'precision', type: 'INTEGER' },
          ],
          returns: 'DOUBLE',
        },
      ],
      description: 'Rounds x.',
      examples: ['round(42.4332, 2)'],
    },
    {
      name: 'concat',
      kind: 'scalar',
      signatures: [{ parameters: [{ name: 'value', type: 'ANY' }], varargs: 'ANY', returns: 'VARCHAR' }],
      examples: [],
    },
  ],
  files: [
    {
      path: 'files/visits.csv',
      columns: [
        { name: 'visitor', sqlType: 'VARCHAR' },
        { name: 'page', sqlType: 'VARCHAR' },
      ],
    },
  ],
  types: ['mood'],
  searchPath: ['main'],
};

/** Takes the cursor mark `|` out of a text; `||` is the operator. */
export function atCursor(marked: string): { readonly text: string; readonly position: number } {
  const position = /(?<!\|)\|(?!\|)/.exec(marked)?.index;
  if (position === undefined) throw new Error(`no cursor in: ${marked}`);
  return { text: marked.slice(0, position) + marked.slice(position + 1), position };
}
