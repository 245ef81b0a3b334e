import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Flags of the packaged browser that break WebAuthn or are meant for another place. */
const DROPPED = /^--(single-process|no-zygote|headless|disable-web-security|user-data-dir)/;

/** A headless Chromium: `CHROME_PATH`, an installed one, or the one packaged with the development dependencies. */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const installed = [process.env['CHROME_PATH'], ...INSTALLED].find((path) => path !== undefined && existsSync(path));
  const packaged = installed === undefined ? await packagedChromium() : undefined;
  return chromium.launch({
    executablePath: installed ?? packaged?.path ?? '',
    args: [...(packaged?.args ?? []), '--no-sandbox'],
    headless: true,
  });
}

/** Unpacked once for each user of the machine: the package itself unpacks to a path that all users share. */
async function packagedChromium(): Promise<{ path: string; args: string[] }> {
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const args = sparticuz.args.filter((flag) => !DROPPED.test(flag));
  const home = join(tmpdir(), `rollcall-chromium-${userInfo().uid}`);
  const path = join(home, 'chromium');
  if (existsSync(path) && statSync(path).uid === userInfo().uid) return { path, args };
  await mkdir(tmpdir(), { recursive: true });
  const draft = await mkdtemp(`${home}-`);
  const outer = process.env['TMPDIR'];
  process.env['TMPDIR'] = draft;
  try {
    await sparticuz.executablePath();
  } finally {
    if (outer === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = outer;
  }
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
  return { path, args };
}
