/**
 * Who may import whom. Each rule says why; test/fixtures/layers breaks each one, so that a rule that
 * silently stops matching fails `npm run check`. Specs may import more: they are not shipped.
 */
const PROJECT = '^(apps|workflows|activities|libs)/';
const SPEC = '\\.spec\\.ts$';
/** The typed errors are everybody's: a driver's failure is named once, where it happens. */
const ERRORS = '^libs/domain/errors\\.ts$';

/** `from` may import of this project only its own folder and what `except` matches. */
const onlyOwn = (name, folder, except, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${folder}/`, pathNot: SPEC },
  to: { path: PROJECT, pathNot: [`^${folder}/`, ...except] },
});

/** `from` may import no package and no Node module but those that `except` matches. */
const onlyPackages = (name, path, except, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path, pathNot: SPEC },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
    pathNot: except,
  },
});

/** `from` may import these folders as types only, so that the code behind them never comes along. */
const typesOnly = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: SPEC },
  to: { path: to, pathNot: ERRORS, dependencyTypesNot: ['type-only'] },
});

const forbidden = [
  onlyOwn('calendar-stands-alone', 'libs/calendar', [], 'Working days know neither rules nor licenses.'),
  onlyOwn(
    'rulebook-knows-calendar',
    'libs/rulebook',
    ['^libs/calendar/'],
    'The law counts days; it does not know the licenses it governs.',
  ),
  onlyOwn(
    'domain-knows-the-core',
    'libs/domain',
    ['^libs/(calendar|rulebook)/'],
    'The core decides from plain data, so that the same code answers what is due, what if and what was known.',
  ),
  onlyPackages(
    'core-is-pure',
    '^libs/(calendar|domain)/',
    ['node_modules/temporal-(polyfill|utils|spec)/'],
    'No clock, randomness, environment or I/O in the core: a date library is all it needs.',
  ),
  onlyPackages(
    'rulebook-is-pure',
    '^libs/rulebook/',
    ['node_modules/temporal-(polyfill|utils|spec)/', 'node_modules/zod/'],
    'As the core; its packs are checked by a schema when they load.',
  ),

  onlyOwn(
    'proof-check-shares-no-code',
    'libs/proof-check',
    [],
    'A second computation that shared code with the first would share its mistakes.',
  ),
  onlyPackages(
    'proof-check-needs-nothing',
    '^libs/proof-check/',
    [],
    'Anybody can read it in one sitting and run it anywhere.',
  ),

  onlyOwn(
    'contracts-know-domain',
    'libs/contracts',
    ['^libs/domain/'],
    'What crosses Temporal outlives every other module.',
  ),
  typesOnly(
    'contracts-take-domain-types',
    '^libs/contracts/',
    '^libs/domain/',
    'Contracts are bundled into workflows, where no law may run.',
  ),
  onlyPackages(
    'contracts-define-only',
    '^libs/contracts/',
    ['node_modules/@temporalio/workflow/'],
    'Only `define*` of the workflow package.',
  ),

  onlyOwn(
    'ledger-knows-domain',
    'libs/ledger',
    ['^libs/domain/'],
    'An auditor verifies a chain with this folder alone.',
  ),
  typesOnly(
    'ledger-takes-domain-types',
    '^libs/ledger/',
    '^libs/domain/',
    'The ledger stores what the core decided; it decides nothing.',
  ),
  onlyPackages(
    'ledger-needs-crypto-only',
    '^libs/ledger/(?!append\\.ts$)',
    ['^(node:)?crypto$'],
    'Its database driver lives in append.ts, so that verification runs offline.',
  ),

  onlyOwn(
    'checkpoints-know-the-ledger',
    'libs/checkpoints',
    ['^libs/ledger/'],
    'An auditor verifies checkpoints with this folder and the ledger’s alone.',
  ),
  onlyPackages(
    'checkpoints-need-crypto-only',
    '^libs/checkpoints/',
    ['^(node:)?crypto$'],
    'What was sealed is verified offline, from bytes.',
  ),

  onlyOwn(
    'verify-knows-checkpoints-and-ledger',
    'libs/verify',
    ['^libs/(checkpoints|ledger|proof-check)/'],
    'Whoever was handed a bundle verifies it with these four folders alone.',
  ),
  onlyPackages('verify-needs-crypto-only', '^libs/verify/', ['^(node:)?crypto$'], 'Offline, from bytes.'),

  onlyOwn('unzip-stands-alone', 'libs/unzip', [], 'What a ZIP from elsewhere holds is none of its business.'),
  onlyPackages(
    'unzip-needs-its-reader',
    '^libs/unzip/',
    ['node_modules/(@types/)?yauzl/', '^(node:)?fs$'],
    'It opens the one file that somebody named.',
  ),

  onlyOwn(
    'persistence-knows-domain',
    'libs/persistence',
    ['^libs/(domain|ledger|keys)/'],
    'An adapter knows the core’s shapes and its own driver; what it stores, it puts on record in the same transaction.',
  ),
  onlyOwn(
    'notices-know-domain',
    'libs/notices',
    ['^libs/domain/'],
    'Adapters know the core’s shapes and their own driver, not one another.',
  ),
  onlyOwn(
    'documents-know-domain',
    'libs/documents',
    ['^libs/(domain|keys)/'],
    'Adapters know the core’s shapes and their own driver, not one another.',
  ),
  typesOnly(
    'adapters-take-domain-types',
    '^libs/(persistence|notices|documents)/',
    '^libs/domain/',
    'An adapter that calls the law would hide a decision.',
  ),

  onlyOwn(
    'channels-stand-alone',
    'libs/channels',
    [],
    'Whoever calls the outside knows addresses and forms, and neither licenses nor rows.',
  ),
  onlyPackages(
    'channels-need-node-only',
    '^libs/channels/',
    ['^(node:)?(crypto|net|http|https|dns/promises)$'],
    'The guard against calls into private networks is ours to read whole; no client of others stands between.',
  ),

  onlyOwn(
    'law-knows-the-core',
    'libs/law',
    ['^libs/(calendar|rulebook|domain)/', '^libs/ledger/canonicalize\\.ts$'],
    'It reads files for a core that reads none; canonical bytes are the ledger’s.',
  ),
  onlyPackages(
    'law-reads-files',
    '^libs/law/',
    ['node_modules/zod/', '^(node:)?(crypto|fs|path)$'],
    'A folder of JSON files is all it needs.',
  ),

  onlyOwn(
    'history-knows-the-core',
    'libs/history',
    ['^libs/(calendar|rulebook|domain|ledger)/'],
    'It says what is on record; API, command line and reports say it alike.',
  ),
  onlyPackages('history-needs-nothing', '^libs/history/', [], 'Words, and no more.'),

  onlyOwn('keys-stand-alone', 'libs/keys', [], 'What opens everything else depends on nothing.'),
  onlyPackages(
    'keys-need-crypto-only',
    '^libs/keys/',
    ['^(node:)?crypto$'],
    'Whoever holds the keys should be readable in one minute.',
  ),

  onlyOwn(
    'papers-know-the-core',
    'libs/papers',
    ['^libs/(calendar|rulebook|domain)/'],
    'It draws what others found out; what it draws from stands in its arguments.',
  ),
  onlyPackages(
    'papers-need-the-pdf-writer',
    '^libs/papers/',
    ['node_modules/pdfkit/', '^(node:)?(fs|module)$'],
    'The same content is the same bytes: nothing here asks a clock, a network or chance.',
  ),

  onlyOwn(
    'audit-report-knows-the-core',
    'libs/audit-report',
    ['^libs/(calendar|rulebook|domain)/', '^libs/papers/index\\.ts$', '^libs/notices/words/chinese-articles\\.ts$'],
    'It tells what others found out; what it tells stands in its arguments.',
  ),
  onlyPackages(
    'audit-report-needs-the-pdf-writer',
    '^libs/audit-report/',
    ['node_modules/pdfkit/', '^(node:)?timers/promises$'],
    'The same content is the same bytes: nothing here asks a clock, a network or chance.',
  ),

  onlyOwn(
    'archive-stands-alone',
    'libs/archive',
    [],
    'Bytes in, bytes out: what an archive holds is none of its business.',
  ),
  onlyPackages(
    'archive-needs-checksums-only',
    '^libs/archive/',
    ['^(node:)?zlib$'],
    'An archive comes out the same under every version of every package.',
  ),

  onlyOwn(
    'backup-knows-errors',
    'libs/backup',
    ['^libs/domain/'],
    'The form of a backup: what is in it, and where it goes, others know.',
  ),
  onlyPackages(
    'backup-needs-node-only',
    '^libs/backup/',
    ['^(node:)?(crypto|util|zlib)$'],
    'A backup is opened by any later release, under any version of every package.',
  ),

  onlyOwn(
    'sheets-know-the-core',
    'libs/sheets',
    ['^libs/(calendar|rulebook|domain)/'],
    'It turns cells into what the core judges, and lines into cells; where they come from, others know.',
  ),
  onlyPackages(
    'sheets-need-their-readers',
    '^libs/sheets/',
    [
      'node_modules/(csv-parse|read-excel-file)/',
      '^(node:)?(zlib|stream|events|module|util(/types)?|timers/promises|worker_threads)$',
    ],
    'A file that somebody sent is read from memory, in a thread of its own: nothing here opens another one, or a connection.',
  ),

  onlyOwn('client-stands-alone', 'libs/client', [], 'Whoever calls the API from elsewhere takes this folder alone.'),
  onlyPackages(
    'client-needs-fetch-only',
    '^libs/client/',
    ['node_modules/openapi-fetch/'],
    'It runs in a browser as well.',
  ),

  onlyOwn('log-stands-alone', 'libs/log', [], 'Whatever is logged, it knows nothing of it but its ids.'),
  onlyOwn('config-stands-alone', 'libs/config', [], 'Every process reads it first.'),
  onlyPackages(
    'config-needs-zod',
    '^libs/config/',
    ['node_modules/zod/', '^(node:)?fs$'],
    'One schema; secrets may come from files.',
  ),

  onlyOwn(
    'gateway-knows-contracts-and-commands',
    'libs/gateway',
    ['^libs/(contracts|persistence|keys)/', ERRORS],
    'The one Temporal client: it starts and asks, and looks commands up.',
  ),
  onlyPackages(
    'gateway-needs-the-client',
    '^libs/gateway/',
    ['node_modules/@temporalio/(client|common|proto)/', '^(node:)?(crypto|timers/promises)$'],
    'The worker library stays out of whatever uses the gateway.',
  ),

  onlyOwn(
    'watch-knows-records-and-mail',
    'libs/watch',
    ['^libs/(calendar|persistence|notices|gateway)/'],
    'It looks at the database and mails directly: a watch that asked the engine would be silent together with it.',
  ),
  typesOnly(
    'watch-takes-the-engine-as-types',
    '^libs/watch/',
    '^libs/gateway/',
    'What Temporal answers arrives as functions.',
  ),

  onlyOwn(
    'sealing-knows-records-and-stores',
    'libs/sealing',
    ['^libs/(checkpoints|ledger|persistence|documents|notices)/'],
    'It signs what the database and a second store say, and mails directly; it asks neither the law nor the engine.',
  ),

  onlyOwn(
    'audit-bundle-gathers-what-is-on-record',
    'libs/audit-bundle',
    [
      '^libs/(calendar|rulebook|domain|law|history|ledger|checkpoints|sealing|persistence|documents|archive|audit-report)/',
    ],
    'API and command line hand out the same bundle; who may have it, and over which wire, they know.',
  ),

  onlyOwn('metrics-know-figures', 'libs/metrics', ['^libs/persistence/'], 'It shows figures that others find out.'),

  onlyOwn(
    'activities-know-core-and-ports',
    'activities',
    ['^libs/(domain|rulebook|calendar|contracts|ledger|sheets|papers|persistence|notices|channels|documents|gateway)/'],
    'Activities are composed by the worker and know no app, no workflow and no configuration.',
  ),
  typesOnly(
    'activities-take-ports-as-types',
    '^activities/',
    '^libs/(persistence|notices|channels|documents|gateway)/',
    'Adapters arrive as `deps`, so that a test can pass fakes.',
  ),

  onlyOwn(
    'workflows-know-contracts',
    'workflows',
    ['^libs/contracts/', '^activities/'],
    'A license lives longer than any version of the law’s code: none of it is replayed.',
  ),
  typesOnly(
    'workflows-take-activities-as-types',
    '^workflows/',
    '^activities/',
    'Activities run beside the workflow, never inside it.',
  ),
  onlyPackages(
    'workflows-are-deterministic',
    '^workflows/',
    ['node_modules/@temporalio/(workflow|common)/'],
    'No Node module, ORM or schema library in the bundle.',
  ),

  onlyOwn(
    'api-asks',
    'apps/api',
    ['^libs/'],
    'The API authenticates, validates, asks and answers; it holds no workflow or activity code.',
  ),
  {
    name: 'no-worker-in-api',
    severity: 'error',
    comment: 'The native worker library would make every API process heavy.',
    from: { path: '^apps/(api|migrate|cli)/', pathNot: SPEC },
    to: { path: 'node_modules/@temporalio/(worker|core-bridge)/' },
  },
  {
    name: 'worker-composes-no-app',
    severity: 'error',
    comment: 'A worker image runs without the API.',
    from: { path: '^apps/worker/', pathNot: SPEC },
    to: { path: '^apps/(?!worker/)' },
  },
  {
    name: 'nothing-imports-apps',
    severity: 'error',
    comment: 'An app composes; nobody below depends on how.',
    from: { path: '^(libs|activities|workflows)/', pathNot: SPEC },
    to: { path: '^apps/' },
  },
  {
    name: 'main-loads-configuration',
    severity: 'error',
    comment: 'Values of the environment arrive as arguments: only an app’s main.ts calls loadConfig().',
    from: { pathNot: ['^apps/[^/]+/main\\.ts$', '^libs/config/', '^test/', SPEC] },
    to: { path: '^libs/config/', pathNot: '^libs/config/(version|demanded)\\.ts$', dependencyTypesNot: ['type-only'] },
  },

  {
    name: 'no-test-code-shipped',
    severity: 'error',
    comment: 'Builders and fakes are for tests.',
    from: { path: PROJECT, pathNot: SPEC },
    to: { path: ['^test/', SPEC] },
  },
  {
    name: 'no-dev-package-shipped',
    severity: 'error',
    comment: 'The image is pruned of development packages.',
    from: { path: PROJECT, pathNot: SPEC },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'no-circle',
    severity: 'error',
    comment: 'Two files that need each other are one file, or need a third.',
    from: { path: PROJECT },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    comment: 'An import that leads nowhere would escape every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
