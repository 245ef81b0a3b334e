/** Set by global-setup and read by global-teardown, which run in the same process. */
declare var testPostgres: import('./test-postgres.js').TestPostgres | undefined;
