const pure = '^src/(?!duckdb/)';
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** The layers of ARCHITECTURE.md. Each rule's comment is what the person who breaks it reads. */
module.exports = {
  forbidden: [
    only(
      'no-circular',
      'Split the file that both need. Only the types of a grammar may name each other: a query holds expressions, and they hold queries.',
      {},
      { circular: true, viaOnly: { pathNot: '^src/dialect/distiller/syntax/' } },
    ),
    only(
      'no-orphans-outside',
      'src/ may import no platform: take it through a port.',
      { path: pure },
      { dependencyTypes: ['core'] },
    ),
    only(
      'src-is-pure',
      'src/ is pure TypeScript: only zod, sql-formatter, the ciphers and hashes, and the workbook reader, which run anywhere, are allowed besides our own code.',
      { path: pure },
      { path: 'node_modules', pathNot: 'node_modules/(zod|sql-formatter|@noble/ciphers|hash-wasm|@e965/xlsx)/' },
    ),
    only(
      'src-stands-alone',
      'src/ never imports a shell.',
      { path: '^src/' },
      { path: '^(renderer|electron|test|build)/' },
    ),
    only(
      'core-is-lowest',
      'src/core imports nothing else of ours.',
      { path: '^src/core/' },
      { path: '^src/(?!core/)' },
    ),
    only(
      'engine-and-host-on-core',
      'src/engine and src/host build on src/core alone; the protocol also names what is sent and where, and what is erased.',
      { path: '^src/(engine|host)/' },
      {
        path: '^src/(?!core/|engine/|host/|activation/(destinations|sends)/|privacy/erase/(holder|order|report)\\.ts)',
      },
    ),
    only(
      'sends-below-host',
      'Destinations and sends are named by the protocol, so they know nothing of the rest.',
      { path: '^src/activation/(destinations|sends)/' },
      { path: '^src/(?!core/|activation/(destinations|sends)/)' },
    ),
    only(
      'domain-below-shells',
      'Catalog, dialect, ingest, charts and export know nothing of runner, lessons and commands.',
      { path: '^src/(catalog|dialect|sql|stats|ingest|charts|export)/' },
      { path: '^src/(modules|lessons|runner|commands)/' },
    ),
    only(
      'customers-below-runner',
      'The customer filter and reports know plans and records; nothing of who runs, teaches or commands.',
      { path: '^src/(customers|report)/' },
      { path: '^src/(lessons|commands|host|ingest)/' },
    ),
    only(
      'modules-below-runner',
      'A module plans; it knows nothing of who runs it, of the host or of the lessons about it.',
      { path: '^src/modules/' },
      { path: '^src/(runner|lessons|commands|host|catalog|ingest)/' },
    ),
    only(
      'module-groups-apart',
      'Shared SQL of module groups belongs in src/modules itself or in src/sql.',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/([^/]+)/', pathNot: '^src/modules/$1/' },
    ),
    only('shells-apart', 'renderer/ and electron/ share only src/.', { path: '^renderer/' }, { path: '^electron/' }),
    only('shells-apart-2', 'renderer/ and electron/ share only src/.', { path: '^electron/' }, { path: '^renderer/' }),
    only(
      'electron-only-in-shell',
      'electron/node, cli and serve run under plain Node.',
      { path: '^electron/(node|cli|serve)/' },
      { path: 'node_modules/electron/' },
    ),
    only(
      'duckdb-behind-adapters',
      'Talk to the database through src/engine; only its adapters import DuckDB and Arrow.',
      { pathNot: '^(src/duckdb|renderer/engine|electron/node|test|build)/' },
      { path: 'node_modules/(@duckdb|apache-arrow)/' },
    ),
    only(
      'echarts-in-charts',
      'Draw through renderer/charts.',
      { pathNot: '^renderer/charts/' },
      { path: 'node_modules/echarts/' },
    ),
    only(
      'monaco-in-editor',
      'Edit through renderer/editor.',
      { pathNot: '^renderer/editor/' },
      { path: 'node_modules/monaco-editor/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
    },
    exclude: { path: '^(dist|\\.cache)/' },
  },
};
