type Rule = readonly [pattern: RegExp, sentence: (text: string, first: string, second: string) => string];

const typeNames: Readonly<Partial<Record<string, string>>> = {
  INT8: 'TINYINT',
  INT16: 'SMALLINT',
  INT32: 'INTEGER',
  INT64: 'BIGINT',
  INT128: 'HUGEINT',
};

const suggestion = (text: string) => {
  const hint = /Did you mean "([^"]+)"/.exec(text)?.[1] ?? /Candidate bindings: "([^"]+)"/.exec(text)?.[1];
  return hint === undefined || /^(?:pg_|_stillhouse\b|information_schema\b)/.test(hint)
    ? ''
    : ` Did you mean "${hint}"?`;
};

const rules: readonly Rule[] = [
  [/^syntax error at or near "([^"]*)"/, (_, token) => `The statement cannot be understood at "${token}".`],
  [
    /^(?:Max expression depth limit|memory exhausted at or near|Maximum call stack size exceeded)/,
    () => 'The statement is nested too deeply: take it apart with tables between.',
  ],
  [/^syntax error at end of input/, () => 'The statement ends too early.'],
  [/^Table with name (.+?) does not exist!/, (text, name) => `There is no table "${name}".${suggestion(text)}`],
  [
    /^(View|Schema) with name "?([^\s"]+)"? does not exist/,
    (_, kind, name) => `There is no ${kind.toLowerCase()} "${name}".`,
  ],
  [
    /^(?:Table|View) with name "?([^"]+?)"? already exists/,
    (_, name) => `There is a table or view "${name}" already. Choose another name, or drop it first.`,
  ],
  [/^(\S+) is not an table/, (_, name) => `"${name}" is a view, and rows go into tables.`],
  [
    /^Contents of view were altered/,
    () =>
      'A view reads a table whose columns have changed since it was made. Make the view anew: CREATE OR REPLACE VIEW.',
  ],
  [
    /^Ambiguous reference to table "([^"]+)" \(duplicate alias/,
    (_, name) => `Two tables are called "${name}": give one of them another name with AS.`,
  ],
  [
    /^column "?([^"]+?)"? must appear in the GROUP BY/,
    (_, name) => `"${name}" is neither in GROUP BY nor within an aggregate function.`,
  ],
  [/^Schema with name "?([^"]+?)"? already exists/, (_, name) => `There is a schema "${name}" already.`],
  [
    /^Existing object (\S+) is of type (\w+), trying to/,
    (_, name, kind) => `"${name}" is a ${kind.toLowerCase()}, and the statement takes it for something else.`,
  ],
  [
    /^Cannot drop entry "([^"]+)" because there are entries that depend on it/,
    (_, name) => `"${name}" holds tables or views: add CASCADE to drop them with it.`,
  ],
  [
    /^SET schema: No catalog \+ schema named "(?:[^"]*\.)?([^".]+)" found/,
    (_, name) => `There is no schema "${name}".`,
  ],
  [/^Cannot drop entry "([^"]+)" because it is an internal system entry/, (_, name) => `"${name}" cannot be dropped.`],
  [/^Column with name (\S+) already exists/, (_, name) => `Two columns are called "${name}".`],
  [/^Duplicate column name "([^"]+)" in INSERT/, (_, name) => `The column "${name}" is named twice.`],
  [
    /^Unimplemented type for cast \((.+) -> (.+)\)/,
    (_, given, wanted) => `A value of type ${given} cannot be turned into ${wanted}.`,
  ],
  [
    /^Type \w+ with value (\S+) can't be cast [^]*destination type (\w+)/,
    (_, value, type) => `${value} does not fit into ${typeNames[type] ?? type}.`,
  ],
  [
    /^Casting value "([^"]*)" to type (\S+) failed: value is out of range/,
    (_, value, type) => `${value} does not fit into ${type}.`,
  ],
  [
    /^Current transaction is aborted/,
    () => 'A statement of this transaction failed, and all of it is undone: ROLLBACK it, then begin anew.',
  ],
  [
    /^Referenced column "([^"]+)" (?:was )?not found/,
    (text, name) => `There is no column "${name}" here.${suggestion(text)}`,
  ],
  [
    /^Referenced table "([^"]+)" not found/,
    (text, name) => `"${name}" is not one of the tables in FROM.${suggestion(text)}`,
  ],
  [
    /^(?:Scalar|Table|Aggregate|Scalar Macro) Function with name "?([^\s"]+)"? does not exist!/,
    (text, name) => `There is no function "${name}".${suggestion(text)}`,
  ],
  [
    /^No function matches the given name and argument types '(\w+)\((.*)\)'/,
    (_, name, types) => `${name}() does not take (${types}). Cast the arguments, or see the function's help.`,
  ],
  [
    /^Could not convert string '([^]*?)' to (\w+)/,
    (_, value, type) => `"${value}" cannot be read as ${typeNames[type] ?? type}.`,
  ],
  [
    /^Ambiguous reference to column name "([^"]+)" \(use: ([^)]*)\)/,
    (_, name, use) => `Several tables have a column "${name}": write ${use}.`,
  ],
  [
    /^PRIMARY KEY or UNIQUE constraint violation: duplicate key "(.*)"/,
    (_, key) => `The key ${key} would occur twice.`,
  ],
  [/^NOT NULL constraint failed: (.*)/, (_, column) => `${column} may not be NULL.`],
  [
    /^cannot start a transaction within a transaction/,
    () => 'A transaction is open already: COMMIT or ROLLBACK it first.',
  ],
  [
    /^cannot (commit|rollback) - no transaction is active/,
    (_, verb) => `There is nothing to ${verb === 'commit' ? 'commit' : 'roll back'}: no transaction is open.`,
  ],
];

/** The engine's message as one sentence for people; its own first line where no rule knows better. */
export function plainSentence(message: string): string {
  for (const [pattern, sentence] of rules) {
    const match = pattern.exec(message);
    if (match !== null) return sentence(message, match[1] ?? '', match[2] ?? '');
  }
  const [first = message] = message.split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
