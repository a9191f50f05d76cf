import type {
  FromItem,
  GroupElement,
  Query,
  QueryBody,
  Select,
  SelectItem,
  SnapshotBound,
  TableItem,
} from '../../../../../src/dialect/distiller/syntax/query.ts';
import { renderExpression, renderName, renderNames, renderSort, renderWindow } from './render-expression.ts';

const join = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');

/** A query as nested lists: `(select a from t)`. */
export function renderQuery({ with: tables, recursive, body, orderBy, placement, limit, offset }: Query): string {
  const clause = tables.map(
    ({ name, columns, query }) => `${name.text}${columns.length > 0 ? renderNames(columns) : ''}=${renderQuery(query)}`,
  );
  const parts = [
    clause.length > 0 ? `with${recursive ? '-recursive' : ''} ${clause.join(' ')}` : '',
    renderBody(body),
    orderBy.length > 0 ? `order(${renderSort(orderBy)})` : '',
    placement === undefined ? '' : 'placed',
    limit === undefined ? '' : `limit(${renderExpression(limit)})`,
    offset === undefined ? '' : `offset(${renderExpression(offset)})`,
  ];
  return `(${join(parts)})`;
}

function renderBody(body: QueryBody): string {
  switch (body.kind) {
    case 'select':
      return renderSelect(body);
    case 'set':
      return `${body.operator.toLowerCase()}${body.all ? '-all' : ''} [${renderBody(body.left)}] [${renderBody(body.right)}]`;
    case 'values':
      return `values ${body.rows.map((row) => `(${row.map(renderExpression).join(' ')})`).join(' ')}`;
    case 'nested':
      return renderQuery(body.query);
    case 'table':
      return `table ${renderName(body.name)}`;
  }
}

function renderSelect(select: Select): string {
  const { into, where, groupBy, having, qualify } = select;
  return join([
    `select${select.distinct ? '-distinct' : ''}${select.hint === undefined ? '' : '-hinted'}`,
    select.items.map(renderItem).join(', '),
    into === undefined ? '' : `into${into.temporary ? '-temp' : ''}(${renderName(into.name)})`,
    select.from.length > 0 ? `from ${select.from.map(renderFrom).join(', ')}` : '',
    ...select.lateralViews.map(
      ({ outer, call, table, columns }) =>
        `view${outer ? '-outer' : ''}(${join([renderExpression(call), table?.text ?? '', columns.length > 0 ? renderNames(columns) : ''])})`,
    ),
    where === undefined ? '' : `where ${renderExpression(where)}`,
    groupBy === undefined
      ? ''
      : `group(${groupBy.all ? 'all' : groupBy.elements.map(renderElement).join(' ')})${groupBy.with === undefined ? '' : `-${groupBy.with}`}`,
    having === undefined ? '' : `having ${renderExpression(having)}`,
    qualify === undefined ? '' : `qualify ${renderExpression(qualify)}`,
    ...select.windows.map(({ name, window }) => `window ${name.text}(${renderWindow(window)})`),
  ]);
}

function renderItem({ value, alias, aliases }: SelectItem): string {
  const name = alias === undefined ? '' : `:${renderName([alias])}`;
  return renderExpression(value) + name + (aliases === undefined ? '' : `:${renderNames(aliases)}`);
}

function renderElement(element: GroupElement): string {
  if (element.kind === 'expression') return renderExpression(element.value);
  if (element.kind === 'set') return `<${element.items.map(renderExpression).join(' ')}>`;
  return `${element.kind}(${element.elements.map(renderElement).join(' ')})`;
}

function renderFrom(item: FromItem): string {
  if (item.kind === 'join') {
    const { type, natural, lateral, left, right, on, using } = item;
    const condition =
      on === undefined ? (using === undefined ? '' : `using ${renderNames(using)}`) : `on ${renderExpression(on)}`;
    return `(${join([`${natural ? 'natural-' : ''}${type}${lateral ? '-lateral' : ''}`, renderFrom(left), renderFrom(right), condition])})`;
  }
  const alias = item.alias === undefined ? '' : `:${renderName([item.alias])}`;
  const columns = item.columns.length > 0 ? renderNames(item.columns) : '';
  const lateral = 'lateral' in item && item.lateral ? 'lateral ' : '';
  return `${lateral}${renderRelation(item)}${alias}${columns}`;
}

function renderRelation(item: Exclude<FromItem, { kind: 'join' }>): string {
  switch (item.kind) {
    case 'table':
      return renderTable(item);
    case 'query':
      return renderQuery(item.query);
    case 'function':
      return renderExpression(item.call);
    case 'values':
      return `(${renderBody(item.values)})`;
  }
}

function renderTable({ name, snapshot, sample, approximate }: TableItem): string {
  const parts = [
    renderName(name),
    snapshot === undefined
      ? ''
      : snapshot.kind === 'since'
        ? `since ${renderBound(snapshot.start)}`
        : snapshot.kind === 'as-of'
          ? `as-of ${renderBound(snapshot.end)}`
          : `between ${renderBound(snapshot.start)} ${renderBound(snapshot.end)}`,
    sample === undefined
      ? ''
      : `sample ${sample.size} ${sample.unit}${sample.seed === undefined ? '' : ` seed ${sample.seed}`}`,
    approximate === true ? 'approximate' : '',
  ];
  return parts.filter((part) => part !== '').length > 1 ? `[${join(parts)}]` : (parts[0] ?? '');
}

const renderBound = (bound: SnapshotBound) => (bound.kind === 'id' ? renderExpression(bound.value) : bound.kind);
