export const usage = `stillhouse: offline workbench for customer data

  stillhouse sql    [--import NAME=PATH]… [--project DIR] [--dialect duckdb] (-e SQL | --file F)
                    [--format table|json|csv] [--max-rows N]
  stillhouse import PATH --as NAME [--project DIR] [--set option=value]… [--replace | --append] [--format text|json]
  stillhouse modules [--format text|json]
  stillhouse plan   MODULE [--import NAME=PATH]… [--project DIR] [--set key=value]… [--format text|json]
  stillhouse run    MODULE [--import NAME=PATH]… [--project DIR] [--set key=value]… [--secret NAME=@FILE]…
                    [--out DIR] [--format text|json]
  stillhouse lessons [list | check [ID…]]
  stillhouse bench  [NAME…] [--size small|full] [--format text|json]
  stillhouse help

sql       runs one or more statements and prints the last result. Without --project the run is in memory.
import    imports CSV, TSV, JSON, NDJSON (also .gz), Parquet or Excel and prints a report that reconciles:
          read = loaded + rejected + skipped.
modules   lists the guided modules with their settings.
plan      prints the steps, SQL, checks and reasons of a module, and runs nothing.
run       runs a module and prints its checks and findings; --out writes them, and what it keeps, as CSV,
          run.json and report.html. A key is named, never written: --secret reads it from a file, otherwise it is
          in the environment as STILLHOUSE_SECRET_NAME.
lessons   lists the lessons; check runs them against the sample data and proves every answer.
bench     measures this machine, as ratios to the bare engine (from a checkout only).

Options of --set for import:
  format=csv|json|parquet|excel     encoding=utf-8|utf-16le|utf-16be|windows-1252
  delimiter=;  quote='  header=true|false  skip=2  comment=#  null=NA  (null may be repeated)
  type.COLUMN=BIGINT|DOUBLE|DECIMAL(18,2)|DATE|TIMESTAMP|TIME|BOOLEAN|VARCHAR
  records=path.to.array (JSON)      sheet=NAME (Excel)

Results go to standard output, messages and progress to standard error.
Exit codes: 0 done, 1 the work failed, 2 wrong usage.
`;

/** Thrown for a command line that cannot be understood: exit code 2. */
export class UsageError extends Error {}
