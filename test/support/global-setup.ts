import { registerHooks } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * jest resolves our imports only inside tests. This hook makes Node resolve them too: `x.js` to x.ts, and `@rollcall/x`
 * to the library.
 */
function teachSourceImports(): { deregister(): void } {
  return registerHooks({
    resolve(specifier, context, next) {
      const lib = /^@rollcall\/([a-z-]+)$/.exec(specifier)?.[1];
      const name = lib ? join(root, 'libs', lib, 'src/index.ts') : specifier;
      try {
        return next(name, context);
      } catch (error) {
        if (!/^\.{1,2}\/.*\.js$/.test(name)) throw error;
        return next(name.replace(/\.js$/, '.ts'), context);
      }
    },
  });
}

/** Starts one PostgreSQL for the whole run. Each test database is a clone of its migrated template. */
export default async function globalSetup(): Promise<void> {
  const hooks = teachSourceImports();
  const globals = new Set(Object.getOwnPropertyNames(globalThis));
  try {
    const { startTestPostgres } = await import('./test-postgres.js');
    globalThis.testPostgres = await startTestPostgres(root);
    process.env['TEST_POSTGRES_URL'] = globalThis.testPostgres.url;
  } finally {
    hooks.deregister();
    // Removes the metadata of decorators from the global object. Otherwise jest would share it with every test file.
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!globals.has(name) && name !== 'testPostgres') Reflect.deleteProperty(globalThis, name);
    }
  }
}
