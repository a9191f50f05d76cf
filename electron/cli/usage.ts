/** How one command is called, and what it does. */
interface CommandUsage {
  readonly names: readonly string[];
  /** Its arguments, broken where the line gets long. */
  readonly form: readonly string[];
  readonly about: readonly string[];
}

const commands: readonly CommandUsage[] = [
  {
    names: ['sql'],
    form: [
      '[--import NAME=PATH]… [--project DIR] [--dialect duckdb|distiller [--show-sql]] (-e SQL | --file F)',
      '[--format table|json|csv] [--max-rows N]',
      '[--as spark|databricks|snowflake|bigquery|redshift|postgresql|trino]',
    ],
    about: [
      'runs one or more statements and prints the last result. Without --project the run is in memory.',
      '--file - reads them from standard input.',
      '--as runs nothing: it prints the statements in another dialect, and on standard error what could not be',
      'translated or may differ there. Exit code 1 when a statement cannot be said there at all.',
      `A script whose first line is "-- dialect: distiller" is read as Data Distiller's; with --project it may`,
      'name saved queries as #name.',
    ],
  },
  {
    names: ['import'],
    form: ['PATH --as NAME [--project DIR] [--set option=value]… [--replace | --append] [--format text|json]'],
    about: [
      'imports CSV, TSV, JSON, NDJSON (also .gz), Parquet or Excel and prints a report that reconciles:',
      'read = loaded + rejected + skipped.',
      'Options of --set:',
      '  format=csv|json|parquet|excel     encoding=utf-8|utf-16le|utf-16be|windows-1252',
      "  delimiter=;  quote='  header=true|false  skip=2  comment=#  null=NA  (null may be repeated)",
      '  type.COLUMN=BIGINT|DOUBLE|DECIMAL(18,2)|DATE|TIMESTAMP|TIME|BOOLEAN|VARCHAR',
      '  records=path.to.array (JSON)      sheet=NAME (Excel)',
    ],
  },
  {
    names: ['modules'],
    form: ['[--format text|json]'],
    about: ['lists the guided modules with their settings.'],
  },
  {
    names: ['plan'],
    form: ['MODULE [--import NAME=PATH]… [--project DIR] [--set key=value]… [--format text|json]'],
    about: ['prints the steps, SQL, checks and reasons of a module, and runs nothing.'],
  },
  {
    names: ['run'],
    form: [
      'MODULE [--import NAME=PATH]… [--project DIR] [--set key=value]… [--secret NAME=@FILE]…',
      '[--out DIR] [--format text|json]',
    ],
    about: [
      'runs a module and prints its checks and findings; --out writes them, and what it keeps, as CSV,',
      'run.json and report.html. A key is named, never written: --secret reads it from a file, otherwise it is',
      'in the environment as STILLHOUSE_SECRET_NAME.',
    ],
  },
  {
    names: ['send'],
    form: [
      '--project DIR --settings FILE.json --destination NAME [--dry-run] [--secret NAME=@FILE]…',
      '[--preferences DIR] [--format text|json]',
    ],
    about: [
      'shows who would leave for a destination of the project, who stays and why, and then sends them;',
      '--dry-run shows only. Lint errors, missing consent and the size limit stop it: exit code 1. Secrets are',
      'those kept in the preferences by the browser shell or this program; the desktop app seals its own, so',
      'give them by --secret, as secretAccessKey=@FILE.',
    ],
  },
  {
    names: ['sends'],
    form: [
      '--project DIR [list | receipt ID | resume ID [--repeat-unknown] | undo ID]',
      '[--secret NAME=@FILE]… [--preferences DIR] [--format text|json]',
    ],
    about: ['lists past sends, prints a receipt, resumes what stopped, or sends the file that takes people out again.'],
  },
  {
    names: ['lessons'],
    form: ['[list | check [ID…]]'],
    about: ['lists the lessons; check runs them against the sample data and proves every answer.'],
  },
  {
    names: ['erase'],
    form: [
      '--project DIR (--identity VALUE… | --identity-file F | --from DATASET.COLUMN)',
      '[--column DATASET=COLUMN[,COLUMN]]… [--delete-backups] [--dry-run] [--format text|json]',
    ],
    about: [
      'takes people out of a project for good: rows of datasets and of every snapshot, records, statements,',
      'waiting sends, and rewrites the database file. --dry-run only counts. --column names the columns',
      'to compare in a dataset instead of the guessed ones; nothing behind "=" leaves it whole. Exit code 1',
      'when bytes of an identity still stand in the database file, as a part of other values.',
    ],
  },
  {
    names: ['encrypt', 'decrypt'],
    form: ['FILE --key NAME [--key-format text|hex|base64] [--secret NAME=@FILE]…', '[--out FILE] [--replace]'],
    about: [
      'writes FILE.enc beside a file, by AES-GCM under a named key of 16, 24 or 32 bytes; decrypt reads it back,',
      'and writes nothing when it was changed, cut off or has another key.',
    ],
  },
  {
    names: ['bench'],
    form: ['[NAME…] [--size small|full] [--format text|json]'],
    about: ['measures this machine, as ratios to the bare engine (from a checkout only).'],
  },
];

const ending = `Results go to standard output, messages and progress to standard error.
Exit codes: 0 done, 1 the work failed, 2 wrong usage.
`;

/** What `stillhouse help` prints: every command, or one of them. */
export function usageOf(name?: string): string {
  const one = commands.find(({ names }) => names.some((known) => known === name));
  if (one !== undefined) return [formOf(one), ...one.about.map((line) => `  ${line}`.trimEnd()), '', ending].join('\n');
  return [
    'stillhouse: offline workbench for customer data',
    '',
    ...commands.map(formOf),
    '  stillhouse help   [COMMAND]',
    '',
    ...commands.map(aboutOf),
    '',
    ending,
  ].join('\n');
}

function formOf({ names, form }: CommandUsage): string {
  return `  stillhouse ${names.join('|').padEnd(6)} ${form.join(`\n${' '.repeat(20)}`)}`;
}

function aboutOf({ names: [name = ''], about }: CommandUsage): string {
  return `${name.padEnd(9)} ${about.join(`\n${' '.repeat(10)}`)}`;
}

/** The commands' names, as they are typed. */
export const commandNames: readonly string[] = commands.flatMap(({ names }) => names);

/** Thrown for a command line that cannot be understood: exit code 2. */
export class UsageError extends Error {}
