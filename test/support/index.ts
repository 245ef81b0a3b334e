export { createDatabase, type TestDatabase } from './create-database.js';
export { eventually } from './eventually.js';
export { addAuthenticator, launchBrowser } from './launch-browser.js';
export { seedIntegration, seedTenant } from './seed.js';
export { startServer, type TestServer } from './start-server.js';
