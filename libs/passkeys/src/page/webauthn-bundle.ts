import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The build of @simplewebauthn/browser that works without a bundler: one file that sets `SimpleWebAuthnBrowser`. */
export function webauthnBundle(): string {
  const entry = createRequire(import.meta.url).resolve('@simplewebauthn/browser');
  return join(dirname(entry), '..', 'dist', 'bundle', 'index.umd.min.js');
}
