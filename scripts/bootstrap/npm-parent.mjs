import { readFileSync } from 'node:fs';

/** The name and the parent of a process, from /proc; undefined if the process or /proc does not exist. */
function status(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) };
  } catch {
    return undefined;
  }
}

/**
 * Calls `gone` once if the npm that runs this script is killed with SIGKILL, because npm cannot forward that signal.
 * There may be a shell between npm and this script, so the parent of the shell is watched too.
 */
export function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const watched = [process.ppid];
  const shell = status(process.ppid);
  if (shell && /^(sh|dash|bash|ash|zsh|busybox)$/.test(shell.name)) watched.push(shell.parent);
  const alive = (pid) => pid > 1 && status(pid) !== undefined;
  if (!watched.every(alive)) return;
  const ticker = setInterval(() => {
    if (watched.every(alive)) return;
    clearInterval(ticker);
    gone();
  }, 500);
  ticker.unref();
}
