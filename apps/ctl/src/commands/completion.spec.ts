import { spawnSync } from 'node:child_process';
import { programOf } from '../program.js';
import { completionOf } from './completion.js';

const program = programOf(
  async () => undefined,
  async () => undefined,
);

/** The completions that bash offers after these words. */
function offered(...words: string[]): string[] {
  const line = `COMP_WORDS=(rollcall ${words.join(' ')} ''); COMP_CWORD=${words.length + 1}; _rollcall; echo "\${COMPREPLY[@]}"`;
  const { status, stdout } = spawnSync('bash', ['-c', `${completionOf(program, 'bash')}\n${line}`], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout.trim().split(' ');
}

test('bash completes commands, subcommands and options', () => {
  expect(offered()).toEqual(expect.arrayContaining(['doctor', 'reconcile', 'sync', '--json']));
  expect(offered('sync')).toEqual(expect.arrayContaining(['status', 'retry', 'pause', 'resume']));
  expect(offered('sync', 'retry')).toEqual(['--person', '--help']);
});

test('zsh and fish get the same words', () => {
  expect(completionOf(program, 'zsh')).toContain('bashcompinit');
  expect(completionOf(program, 'fish').split('\n')).toEqual(
    expect.arrayContaining([
      "complete -c rollcall -n '__fish_use_subcommand' -f -a doctor",
      "complete -c rollcall -n '__fish_seen_subcommand_from retry' -l person",
    ]),
  );
});
