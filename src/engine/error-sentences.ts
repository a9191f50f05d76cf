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
  return hint === undefined || hint.startsWith('pg_') ? '' : ` Did you mean "${hint}"?`;
};

const rules: readonly Rule[] = [
  [/^syntax error at or near "([^"]*)"/, (_, token) => `The statement cannot be understood at "${token}".`],
  [/^syntax error at end of input/, () => 'The statement ends too early.'],
  [/^Table with name (\S+) does not exist!/, (text, name) => `There is no table "${name}".${suggestion(text)}`],
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
