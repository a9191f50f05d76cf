import type { FunctionKind, FunctionShape, ParameterShape } from '../../dialect/catalog-shape.ts';

/** `name(parameters) → type | description | example`, one function a line; parameters are `name TYPE`. */
function read(kind: FunctionKind, lines: string): FunctionShape[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [signature = '', description = '', example = ''] = line.trim().split(' | ');
      const [, name = '', list = '', returns] = /^(\w+)\((.*)\)(?: → (.*))?$/.exec(signature) ?? [];
      const parameters = list === '' ? [] : list.split(', ').map(readParameter);
      const varargs = parameters.at(-1)?.name === '…' ? parameters.pop()?.type : undefined;
      return {
        name,
        kind,
        signatures: [
          { parameters, ...(returns !== undefined && { returns }), ...(varargs !== undefined && { varargs }) },
        ],
        description,
        examples: [example],
      };
    });
}

function readParameter(text: string): ParameterShape {
  const [name = '', ...type] = text.split(' ');
  return { name, ...(type.length > 0 && { type: type.join(' ') }) };
}

const windowFunctions = read(
  'window',
  `
row_number() → BIGINT | The number of the row in its partition, from 1. | row_number() OVER (PARTITION BY id ORDER BY time DESC)
rank() → BIGINT | The rank of the row, with gaps after ties. | rank() OVER (ORDER BY amount DESC)
dense_rank() → BIGINT | The rank of the row, without gaps after ties. | dense_rank() OVER (ORDER BY amount DESC)
percent_rank() → DOUBLE | The relative rank, from 0 to 1. | percent_rank() OVER (ORDER BY amount)
cume_dist() → DOUBLE | The part of rows that come before or are equal to this one. | cume_dist() OVER (ORDER BY amount)
ntile(buckets BIGINT) → BIGINT | The number of the bucket when rows are dealt into buckets of equal size, from 1. | ntile(10) OVER (ORDER BY amount)
lag(expr ANY, offset BIGINT, default ANY) | The value of a row before this one; one row before unless told. | lag(amount) OVER (PARTITION BY id ORDER BY time)
lead(expr ANY, offset BIGINT, default ANY) | The value of a row after this one; one row after unless told. | lead(time) OVER (PARTITION BY id ORDER BY time)
first_value(expr ANY) | The value of the first row of the window frame. | first_value(channel) OVER (PARTITION BY id ORDER BY time)
last_value(expr ANY) | The value of the last row of the window frame, which ends at the current row unless told. | last_value(channel) OVER (PARTITION BY id ORDER BY time ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
nth_value(expr ANY, n BIGINT) | The value of the nth row of the window frame, from 1. | nth_value(amount, 2) OVER (ORDER BY time)
fill(expr ANY) | Replaces NULL by a value between its neighbours, in proportion to the ordering. | fill(price) OVER (ORDER BY day)
`,
);

const syntaxFunctions = read(
  'scalar',
  `
coalesce(value ANY, … ANY) | The first value that is not NULL. | coalesce(nickname, name, 'unknown')
ifnull(value ANY, otherwise ANY) | The value, or the other one where it is NULL. | ifnull(amount, 0)
if(condition BOOLEAN, then ANY, else ANY) | One of two values, by a condition. | if(amount > 100, 'large', 'small')
unnest(list ANY) | Makes one row of every item of a list, or one column of every field of a struct. | unnest([1, 2, 3])
grouping(column ANY, … ANY) → BIGINT | Tells subtotal rows of ROLLUP, CUBE and GROUPING SETS from ordinary ones. | grouping(country)
try(expression ANY) | The value of an expression, or NULL where it fails. | try(ln(amount))
`,
);

/** Functions that the engine has but does not list: window functions, and those its grammar knows. */
export const builtInFunctions: readonly FunctionShape[] = [...windowFunctions, ...syntaxFunctions];
