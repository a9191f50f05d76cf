import type { CallExpression, Expression, NamePart, StarExpression } from '../syntax/expression.ts';
import { type Context, faultAt } from './context.ts';
import type { Scope } from './scope.ts';
import { shownColumns, starRelations } from './select-items.ts';

/** `struct(*)` and `hash(t.*)` with the columns written out; `count(*)` counts rows and stays. */
export function withStarsExpanded(call: CallExpression, scope: Scope, context: Context): CallExpression {
  if (call.arguments.every(({ kind }) => kind !== 'star')) return call;
  const expanded = call.arguments.flatMap((argument) =>
    argument.kind === 'star' && !countsRows(call, argument) ? columnsOf(argument, scope, context) : [argument],
  );
  return { ...call, arguments: expanded };
}

function countsRows({ name, distinct }: CallExpression, { qualifier }: StarExpression): boolean {
  return name === 'count' && !distinct && qualifier.length === 0;
}

function columnsOf(star: StarExpression, scope: Scope, context: Context): readonly Expression[] {
  const { span, qualifier, except } = star;
  const part = (text: string): NamePart => ({ text, quoted: true, span });
  const left = new Set(except.map(({ text }) => text.toLowerCase()));
  const isShown = ({ name }: { readonly name: string }) => !left.has(name.toLowerCase());
  const relations = starRelations(star, scope, context);
  if (relations === undefined) {
    const value: Expression = { kind: 'name', span, parts: qualifier };
    const { type } = context.expression(value, scope);
    if (type.kind !== 'struct') throw faultAt(context, span, 'Only tables and structs can stand before “.*”.');
    return type.fields.filter(isShown).map(({ name }) => ({ kind: 'field', span, value, name: part(name) }));
  }
  if (relations.length === 0) throw faultAt(context, span, '* stands for columns, and there is no table here.');
  if (relations.some(({ columns }) => columns === undefined)) {
    throw faultAt(context, span, 'The columns of this * are not known before it runs.', 'Write them out.');
  }
  return shownColumns(relations, scope)
    .filter(isShown)
    .map(({ name, alias }) => ({
      kind: 'name',
      span,
      parts: [...(alias === undefined ? [] : [part(alias)]), part(name)],
    }));
}
