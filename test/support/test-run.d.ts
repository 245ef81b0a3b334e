/** Handed from global-setup to global-teardown, which share the process. */
declare var testPostgres: import('./test-postgres.js').TestPostgres | undefined;
