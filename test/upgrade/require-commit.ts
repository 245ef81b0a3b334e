import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const FETCHED_WITHIN_MS = 120_000;
const LOCKED_PAUSE_MS = 500;
const ATTEMPTS = 60;

/**
 * Makes sure that the clone contains a commit. A shallow clone, as in CI, fetches it from its origin.
 * @throws Error with one line that says what to do
 */
export async function requireCommit(root: string, commit: string): Promise<void> {
  for (let attempt = 1; (await git(root, 'cat-file', '-e', `${commit}^{commit}`)).failure !== undefined; attempt += 1) {
    const shallow = (await git(root, 'rev-parse', '--is-shallow-repository')).output === 'true';
    const { failure } = await git(root, 'fetch', '--quiet', ...(shallow ? ['--depth=1'] : []), 'origin', commit);
    if (failure === undefined) continue;
    // Another suite may be fetching the commit at the same time.
    if (!failure.includes('.lock') || attempt === ATTEMPTS) throw new Error(advice(commit, failure));
    await sleep(LOCKED_PAUSE_MS);
  }
}

/** @returns what git has printed, or the line with the reason why git failed */
async function git(root: string, ...args: string[]): Promise<{ output?: string; failure?: string }> {
  try {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
    const { stdout } = await run('git', args, { cwd: root, timeout: FETCHED_WITHIN_MS, env });
    return { output: stdout.trim() };
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    return { failure: /^(?:fatal|error): (.+)$/m.exec(stderr)?.[1] ?? message };
  }
}

function advice(commit: string, failure: string): string {
  return (
    `This clone does not hold the previous release, commit ${commit} (test/upgrade/previous-release), and could not fetch it ` +
    `(git: ${failure}): run \`git fetch --unshallow\`, or clone the whole history, and run the test again.`
  );
}
