import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

const SERVER = process.env['ROLLCALL_URL'] ?? 'http://localhost:3000';

const OF_THE_SERVER = [
  '/graphql',
  '/session',
  '/enroll',
  '/export',
  '/scim',
  '/oauth2',
  '/okta',
  '/health',
  '/metrics',
];

/** Libraries that rarely change; browsers keep these files in their cache when Rollcall is updated. */
const VENDOR_CHUNKS = [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// }];

/**
 * `vite apps/console` serves the pages and updates them when a source file changes. API requests go to a running
 * server.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompress()],
  build: {
    outDir: join(import.meta.dirname, '../../dist/console'),
    emptyOutDir: true,
    // Keeps the favicon a separate file, so that the Content-Security-Policy and the cache treat it like any asset.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: VENDOR_CHUNKS } } },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(OF_THE_SERVER.map((path) => [path, SERVER])),
  },
});
