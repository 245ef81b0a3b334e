import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The folder that `vite build` writes the console to, relative to dist/apps/server/src. */
const CONSOLE = join(import.meta.dirname, '../../../console');

/** Paths that the console's router handles in the browser. The server answers each with index.html. */
const PAGES = [
  '/',
  '/sign-in',
  '/overview',
  '/directory/*',
  '/settings/*',
  '/audit-log',
  '/account',
  '/admin-access',
  '/admin-access/*',
  '/webhooks',
  '/webhooks/*',
];

export async function serveConsole(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(join(CONSOLE, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: join(CONSOLE, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  for (const page of PAGES) {
    fastify.get(page, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', CONSOLE, { immutable: false, maxAge: 0 }),
    );
  }
}
