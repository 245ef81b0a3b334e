export { childEnvironment } from './child-environment.js';
export { createDatabase, type TestDatabase } from './create-database.js';
export { eventually } from './eventually.js';
export { addAuthenticator, launchBrowser } from './launch-browser.js';
export { auditTrailOf, searchesOf } from './searches.js';
export { seedIntegration, seedTenant } from './seed.js';
export { stopClock } from './stop-clock.js';
export { type Ending, ProductProcess, type ProductProcessOptions } from './product-process.js';
export { freePort, startServer, type TestServer } from './start-server.js';
