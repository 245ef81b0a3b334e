/** Test sizes: each is a jest project; `npm test` runs them all, `npx jest --selectProjects unit` one. */
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
      experimental: { cacheRoot: '.cache/swc' },
    },
    module: { type: 'commonjs' },
  },
];

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.(ts|js|mjs)$': swc },
  // Nest 12 and friends ship ES modules only; CommonJS packages pass through swc unchanged.
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@simplewebauthn|@as-integrations|commander|@levischuck|cookie|content-disposition|oidc-provider|openid-client|oauth4webapi|jose|nanoid|koa|unicode-case-folding)/)',
  ],
  moduleNameMapper: {
    '^@rollcall/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  // The previous release is built in there.
  modulePathIgnorePatterns: ['<rootDir>/.cache/previous-release/'],
  setupFiles: ['reflect-metadata'],
  cacheDirectory: '<rootDir>/.cache/jest',
};

const withDatabase = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

const size = (displayName, testMatch, from = withDatabase) => ({ ...from, displayName, testMatch });

export default {
  // Generous: a test that hangs fails, a busy machine does not.
  testTimeout: 600_000,
  projects: [
    size('unit', ['<rootDir>/{apps,libs}/**/*.spec.ts'], base),
    size('deployment', ['<rootDir>/test/deployment/**/*.test.ts'], base),
    size('integration', ['<rootDir>/test/integration/**/*.test.ts']),
    size('conformance', ['<rootDir>/test/conformance/**/*.test.ts']),
    size('e2e', ['<rootDir>/test/e2e/**/*.test.ts']),
    size('console', ['<rootDir>/test/console/**/*.test.ts']),
    size('isolation', ['<rootDir>/test/isolation/**/*.test.ts']),
    size('replicas', ['<rootDir>/test/replicas/**/*.test.ts']),
    size('upgrade', ['<rootDir>/test/upgrade/**/*.test.ts']),
    size('bad-days', ['<rootDir>/test/bad-days/**/*.test.ts']),
    size('fuzz', ['<rootDir>/test/fuzz/**/*.test.ts']),
    size('faults', ['<rootDir>/test/faults/**/*.test.ts']),
    size('simulation', ['<rootDir>/test/simulation/**/*.test.ts']),
  ],
};
