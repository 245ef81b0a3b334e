import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

interface Executable {
  path: string;
  env: Record<string, string>;
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-sync',
  '--no-pings',
];
/** Turns off Playwright's signal handlers, which would end the process on Ctrl-C before the demo has cleaned up. */
const SIGNALS_ARE_OURS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
/** With this variable, the package also unpacks libraries that small images lack (NSS, expat). */
const UNPACK_ALL = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };

/**
 * A headless Chromium: from `CHROME_PATH`, an installed one, or the one in the development dependencies.
 * @param flags additional command-line flags of Chromium
 */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const installed = [process.env['CHROME_PATH'], ...INSTALLED].find((path) => path && existsSync(path));
  const { path, env } = installed ? { path: installed, env: {} } : packagedChromium();
  return chromium.launch({
    executablePath: path,
    args: [...FLAGS, ...flags],
    headless: true,
    ...SIGNALS_ARE_OURS,
    env: { ...process.env, ...env },
  });
}

/**
 * Unpacked once per user and release into this user's own folder. The package itself would unpack to a path that all
 * users of the machine share.
 */
function packagedChromium(): Executable {
  const entry = createRequire(join(import.meta.dirname, 'chromium.js')).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8')) as {
    version: string;
  };
  const { uid } = userInfo();
  const home = join(tmpdir(), `rollcall-chromium-${version}-${uid}`);
  if (!existsSync(home)) unpack(entry, home);
  const found = lstatSync(home);
  if (!found.isDirectory() || found.uid !== uid) throw new Error(`${home} belongs to another user: set CHROME_PATH`);
  const path = join(home, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(home, 'fonts.conf') };
  const libraries = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') };
  return { path, env: runs(path) ? fonts : { ...fonts, ...libraries } };
}

/** Runs in a separate process, because the package unpacks to the temporary folder of its process. */
function unpack(entry: string, home: string): void {
  const draft = mkdtempSync(`${home}-`);
  try {
    const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((m) => m.default.executablePath())`;
    const env = { ...process.env, ...UNPACK_ALL, TMPDIR: draft };
    const { status, stderr } = spawnSync(process.execPath, ['--eval', script], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the packaged Chromium does not unpack: ${stderr}`);
    writeFileSync(join(draft, 'fonts.conf'), fontsOf(home));
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** Adds the packaged font to the machine's fonts, because a machine may have none. */
function fontsOf(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;
}

function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
