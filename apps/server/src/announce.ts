import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '@rollcall/platform';
import { SignInLinks } from '@rollcall/tenancy';

/** The file in DATA_DIR that contains the sign-in link when standard output is not a terminal. */
const LINK_FILE = 'sign-in-link';

/**
 * Prints how to sign in. The link is printed only to a terminal, because other outputs may be stored. If stdout is no
 * terminal and the database is embedded, the link is written to a file next to the administrator's token.
 */
export async function announce(app: NestFastifyApplication, config: AppConfig, embedded: boolean): Promise<void> {
  const lines = [`Rollcall is ready at ${config.publicUrl}`];
  if (embedded || process.stdout.isTTY) {
    const { url } = await app.get(SignInLinks, { strict: false }).create();
    const place = process.stdout.isTTY ? url : keepLink(config.dataDir, url);
    lines.push(`  Sign in (once, within 10 minutes): ${place}`);
    if (embedded) lines.push(`  Administrator's token and data: ${config.dataDir}`);
    lines.push('  Ctrl-C stops it.');
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

/** @returns the path of a file that only this user can read */
function keepLink(folder: string, url: string): string {
  const path = join(folder, LINK_FILE);
  rmSync(path, { force: true });
  writeFileSync(path, `${url}\n`, { mode: 0o600, flag: 'wx' });
  return `the link in ${path}`;
}
