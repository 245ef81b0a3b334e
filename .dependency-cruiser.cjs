/**
 * The order of imports (docs/architecture.md): each lib may import those named after it, and nothing else of ours.
 * A lib is entered by its index.ts only.
 */
const MAY_IMPORT = {
  platform: [],
  tenancy: ['platform'],
  'directory-integration': ['platform', 'tenancy'],
  credentials: ['platform', 'tenancy', 'directory-integration'],
  directory: ['platform', 'tenancy', 'directory-integration'],
  scim: ['platform', 'tenancy', 'directory-integration', 'credentials', 'directory'],
  passkeys: ['platform', 'tenancy', 'directory-integration', 'directory'],
  okta: ['platform', 'tenancy', 'directory-integration'],
  webhooks: ['platform', 'tenancy', 'directory-integration'],
  'okta-sync': ['platform', 'tenancy', 'directory-integration', 'directory', 'passkeys', 'okta', 'webhooks'],
  'sign-in': ['platform', 'tenancy', 'directory-integration', 'directory', 'passkeys', 'okta'],
};

const backArrows = Object.entries(MAY_IMPORT).map(([lib, allowed]) => ({
  name: `${lib}-imports-only-what-stands-below-it`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: '^(libs|apps|test|migrations)/|^ormconfig', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

/** The layers of okta-sync, lowest first (docs/architecture.md): a folder imports only from layers below its own. */
const SYNC_LAYERS = [
  ['batching', 'target', 'history', 'metrics'],
  ['ledger'],
  ['registration', 'okta', 'outbound-[^/]+'],
  ['directory-changes'],
  ['write-back'],
  ['reconciliation'],
  ['event-hooks', 'health', 'trends'],
  ['graphql'],
];
const upwardArrows = SYNC_LAYERS.map((layer, index) => ({
  name: `okta-sync-${layer.join('-')}-imports-only-from-lower-layers`,
  severity: 'error',
  from: { path: `^libs/okta-sync/src/(${layer.join('|')})/` },
  to: {
    path: '^libs/okta-sync/src/[^/]+/',
    pathNot: ['^libs/okta-sync/src/$1/', `^libs/okta-sync/src/(${SYNC_LAYERS.slice(0, index).flat().join('|')})/`],
  },
}));

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...backArrows,
    ...upwardArrows,
    {
      name: 'a-lib-is-entered-by-its-index',
      comment: 'Tests may look inside the lib that they test.',
      severity: 'error',
      from: { path: '^(libs/([^/]+)|apps/[^/]+|migrations|ormconfig)' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$2/'] },
    },
    {
      name: 'apps-do-not-import-each-other',
      comment: 'The simulator stands in for Okta: tests and the demo may hold it in their hand.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'protocol-is-pure',
      comment:
        'SCIM rules know no framework and no database; of other libraries they use the comparison of text in platform.',
      severity: 'error',
      from: { path: '^libs/scim/src/protocol/', pathNot: '(\\.spec\\.ts$|/testing/)' },
      to: { pathNot: '^libs/(scim/src/protocol/|platform/src/index\\.ts$)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'not-to-unlisted-packages',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { dependencyTypes: ['unknown', 'npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/console/dist|apps/(console|ctl)/src/gql)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
