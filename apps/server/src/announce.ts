import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '@rollcall/platform';
import { SignInLinks } from '@rollcall/tenancy';

/** Prints the addresses to open. Only with a terminal or an embedded database, because otherwise no one reads it. */
export async function announce(app: NestFastifyApplication, config: AppConfig, embedded: boolean): Promise<void> {
  const lines = [`Rollcall is ready at ${config.publicUrl}`];
  if (embedded || process.stdout.isTTY) {
    const link = await app.get(SignInLinks, { strict: false }).create();
    lines.push(`  Sign in (once, within 10 minutes): ${link.url}`);
    if (embedded) lines.push(`  Administrator's token and data: ${config.dataDir}`);
    lines.push('  Ctrl-C stops it.');
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
