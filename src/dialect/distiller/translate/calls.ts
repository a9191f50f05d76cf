import { fromSource, joinSql, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { nameText } from '../../keywords.ts';
import { nearestName } from '../../lint/nearest.ts';
import { adobeCall } from '../adobe/contract.ts';
import { adobeFunction } from '../adobe/functions.ts';
import type { AggregateModifiers, FunctionCall, FunctionEntry, TypedLambda } from '../functions/contract.ts';
import type { CallExpression, Expression, LambdaExpression } from '../syntax/expression.ts';
import { asCondition } from './coerce.ts';
import { type Context, faultAt } from './context.ts';
import { outputName } from './output-name.ts';
import { rowAsStruct } from './row.ts';
import { withKnownSize } from './small-results.ts';
import { type Scope, withParameters } from './scope.ts';
import { withStarsExpanded } from './star-arguments.ts';
import { type Typed, typed, type DataType, unknownType } from './typed.ts';
import { translateSort, translateWindow, windowSql } from './window.ts';

/** A call by the entry of its function, with what stands round its brackets. */
export function translateCall(written: CallExpression, scope: Scope, context: Context): Typed {
  const call = withStarsExpanded(written, scope, context);
  const adobe = adobeFunction(call.name);
  if (adobe !== undefined) return markCall(call, adobe.translate(adobeCall(adobe, call, scope, context)));
  const entry = context.function(call.name) ?? missing(call, context);
  checkArity(entry, call, context);
  if (isTimeWindow(call) && scope.timeWindow !== undefined) return markCall(call, scope.timeWindow);
  const view = functionCall(withGroups(call, scope), scope, context);
  return withKnownSize(call.name, markCall(call, translateEntry(entry, call, view, scope, context)));
}

/** Whether a call is of `window` or `session_window`, of which a SELECT can have one. */
export function isTimeWindow({ name }: Pick<CallExpression, 'name'>): boolean {
  return name === 'window' || name === 'session_window';
}

/** `grouping_id()` asks for all columns of GROUP BY. */
function withGroups(call: CallExpression, { groupedBy = [] }: Scope): CallExpression {
  return call.name === 'grouping_id' && call.arguments.length === 0 ? { ...call, arguments: groupedBy } : call;
}

function translateEntry(
  entry: FunctionEntry,
  call: CallExpression,
  view: FunctionCall,
  scope: Scope,
  context: Context,
): Typed {
  switch (entry.kind) {
    case 'scalar':
      if (call.over !== undefined)
        throw faultAt(
          context,
          call.over.span,
          `“${call.name}” gives a value for each row by itself and takes no OVER.`,
        );
      if (call.filter !== undefined)
        throw faultAt(context, call.filter.span, `“${call.name}” is no aggregate and takes no FILTER.`);
      return entry.translate(view);
    case 'aggregate':
      return entry.translate(view, modifiers(call, scope, context));
    case 'window': {
      const found = modifiers(call, scope, context);
      if (found.over === undefined)
        throw faultAt(context, call.span, `“${call.name}” needs OVER (PARTITION BY … ORDER BY …).`);
      return entry.translate(view, { ...found, over: found.over });
    }
    case 'generator':
      throw faultAt(
        context,
        call.span,
        `“${call.name}” makes rows: it can stand alone in the SELECT list, in LATERAL VIEW or in FROM.`,
      );
  }
}

function markCall({ span }: CallExpression, { sql: value, type, condition, whole }: Typed): Typed {
  const marked = typed(fromSource(value, span), type, condition && fromSource(condition, span));
  return whole === undefined ? marked : { ...marked, whole };
}

function missing(call: CallExpression, context: Context): never {
  const near = nearestName(call.name, context.functionNames);
  throw faultAt(
    context,
    call.nameSpan,
    `Data Distiller has no function “${call.name}”.`,
    near === undefined ? undefined : `Did you mean “${near}”?`,
    'sql-name',
  );
}

function checkArity({ arity: [least, most], signature }: FunctionEntry, call: CallExpression, context: Context): void {
  const count = call.arguments.length;
  if (count >= least && count <= most) return;
  const wanted = least === most ? String(least) : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  throw faultAt(
    context,
    call.span,
    `“${call.name}” takes ${wanted} ${least === 1 && most === 1 ? 'argument' : 'arguments'}, not ${count}.`,
    `It is written ${signature}.`,
  );
}

function modifiers(call: CallExpression, scope: Scope, context: Context): AggregateModifiers {
  return {
    distinct: call.distinct,
    ...(call.filter !== undefined && { filter: asCondition(context.expression(call.filter, scope)) }),
    ...(call.orderBy.length > 0 && {
      orderBy: joinSql(
        call.orderBy.map((item) => translateSort(item, scope, context)),
        ', ',
      ),
    }),
    ...(call.nulls !== undefined && { nulls: call.nulls }),
    ...(call.over !== undefined && { over: windowSql(translateWindow(call.over, scope, context)) }),
  };
}

/** What an entry sees of a call. */
export function functionCall(call: CallExpression, scope: Scope, context: Context): FunctionCall {
  const translated = new Map<number, Typed>();
  const fail = (message: string, remedy?: string, index?: number): never => {
    throw faultAt(
      context,
      (index === undefined ? undefined : call.arguments[index]?.span) ?? call.span,
      message,
      remedy,
    );
  };
  const argument = (index: number): Typed => {
    const done = translated.get(index);
    if (done !== undefined) return done;
    const written = call.arguments[index] ?? fail(`“${call.name}” lacks an argument.`);
    if (written.kind === 'lambda') return fail(`“${call.name}” takes a value here, not a lambda.`, undefined, index);
    const value = context.expression(written.kind === 'aliased' ? written.value : written, scope);
    translated.set(index, value);
    return value;
  };
  return {
    name: call.name,
    count: call.arguments.length,
    argument,
    arguments: () => call.arguments.map((_, index) => argument(index)),
    constant: (index) => constantOf(call.arguments[index]),
    lambda(index, types) {
      const written = call.arguments[index];
      return written?.kind === 'lambda'
        ? translateLambda(written, types, scope, context)
        : fail(`“${call.name}” takes a lambda here: x -> ….`, undefined, index);
    },
    isLambda: (index) => call.arguments[index]?.kind === 'lambda',
    apply(index, values) {
      const written = call.arguments[index];
      return written?.kind === 'lambda'
        ? applyLambda(written, values, scope, context)
        : fail(`“${call.name}” takes a lambda here: x -> ….`, undefined, index);
    },
    applyPart(index, part, values) {
      const written = call.arguments[index];
      return written?.kind === 'lambda'
        ? applyLambda({ ...written, body: part }, values, scope, context)
        : fail(`“${call.name}” takes a lambda here: x -> ….`, undefined, index);
    },
    argumentName(index) {
      const written = call.arguments[index];
      if (written?.kind === 'aliased') return written.alias.text;
      return written?.kind === 'name' || written?.kind === 'field' ? outputName(written, context.source) : undefined;
    },
    written: (index) => call.arguments[index],
    fail,
    notice(message) {
      context.notices.push({ span: call.span, message });
    },
  };
}

function constantOf(written: Expression | undefined): string | number | boolean | null | undefined {
  switch (written?.kind) {
    case 'string':
    case 'boolean':
      return written.value;
    case 'number':
      return Number(written.digits);
    case 'null':
      return null;
    case 'parentheses':
      return constantOf(written.value);
    case 'unary': {
      const value = constantOf(written.value);
      return written.operator === '-' && typeof value === 'number' ? -value : undefined;
    }
    default:
      return undefined;
  }
}

function translateLambda(
  lambda: LambdaExpression,
  types: readonly DataType[],
  scope: Scope,
  context: Context,
): TypedLambda {
  const parameters = lambda.parameters.map(({ text }): Sql => rawSql(nameText(text)));
  const values = types.map((type, index) => typed(parameters[index] ?? sql``, type));
  return { parameters, body: applyLambda(lambda, values, scope, context) };
}

function applyLambda(lambda: LambdaExpression, values: readonly Typed[], scope: Scope, context: Context): Typed {
  if (lambda.parameters.length > values.length) {
    throw faultAt(
      context,
      lambda.span,
      `This lambda may have ${values.length} ${values.length === 1 ? 'parameter' : 'parameters'}, not ${lambda.parameters.length}.`,
    );
  }
  const bound = lambda.parameters.map(
    ({ text }, index) => [text.toLowerCase(), values[index] ?? typed(sql`NULL`, unknownType)] as const,
  );
  return context.expression(rowAsStruct(lambda.body), withParameters(scope, new Map(bound)));
}
