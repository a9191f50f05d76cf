/** What to say when SQL asks for something that this engine does not have. */
export interface CapabilityAdvice {
  readonly message: string;
  readonly remedy: string;
}

const byExtension = {
  json: {
    message: 'JSON functions are not part of the offline engine.',
    remedy: 'Import JSON files with Import: nested values become STRUCT and LIST columns, read as a.b and list[1].',
  },
  parquet: {
    message: 'SQL cannot read or write Parquet files directly here.',
    remedy: 'Import the Parquet file first, or save a result with Export → Parquet.',
  },
  excel: {
    message: 'SQL cannot read or write Excel files directly here.',
    remedy: 'Import the workbook first, or save a result with Export → Excel.',
  },
  icu: {
    message: 'Time zones and locale-aware sorting are not part of the offline engine.',
    remedy: 'Use TIMESTAMP without zone: cast with ::TIMESTAMP (UTC) first, and today() for the current date.',
  },
  fts: {
    message: 'Full-text search is not part of the offline engine.',
    remedy: "Use ILIKE '%word%' or regexp_matches(column, pattern).",
  },
  httpfs: {
    message: 'Stillhouse works offline: SQL does not read from the network.',
    remedy: 'Download the file and import it.',
  },
} satisfies Record<string, CapabilityAdvice>;

const other: CapabilityAdvice = {
  message: 'Extensions cannot be loaded: Stillhouse works offline with what is built in.',
  remedy: 'Import the data with Import, which reads CSV, JSON, Parquet and Excel.',
};

/** Recognises messages about missing extensions, files and locked settings; `undefined` for every other message. */
export function capabilityAdvice(message: string): CapabilityAdvice | undefined {
  const extension =
    /exists in the (\w+) extension/.exec(message)?.[1] ??
    /required extension '(\w+)'/.exec(message)?.[1] ??
    /\/(\w+)\.duckdb_extension\.wasm/.exec(message)?.[1];
  if (extension !== undefined) return (byExtension as Partial<Record<string, CapabilityAdvice>>)[extension] ?? other; // looked up by any name
  const name = /No files found that match the pattern "([^"]*)"|No file named "([^"]*)" was chosen/.exec(message);
  if (name !== null) return missingFile(name[1] ?? name[2] ?? '');
  if (/argument types '\w+\([^']*TIMESTAMP WITH TIME ZONE/.test(message)) return byExtension.icu;
  const setting = /Cannot change configuration option "(\w+)"/.exec(message)?.[1];
  if (setting !== undefined) {
    return {
      message: `The setting "${setting}" is fixed, so that every query runs under the same safe rules.`,
      remedy: 'Leave the SET statement out. SET VARIABLE name = value works.',
    };
  }
  return undefined;
}

function missingFile(name: string): CapabilityAdvice {
  if (/^(https?|s3|gcs|az|hf):/.test(name)) return byExtension.httpfs;
  if (name.endsWith('.parquet')) return byExtension.parquet;
  return {
    message: `SQL cannot open "${name}": only files that you chose exist here.`,
    remedy: 'Import the file (drag it into the window), or save a result with Export.',
  };
}
