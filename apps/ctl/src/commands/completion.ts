import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface Words {
  /** The command words before the word to complete, such as `sync`; empty at the start. */
  path: string;
  words: string[];
}

/** The completion script of a shell: every command, subcommand and option of the program. */
export function completionOf(program: Command, shell: Shell): string {
  const name = program.name();
  const all = wordsOf(program, '');
  if (shell === 'fish')
    return all.flatMap(({ path, words }) => words.map((word) => fishLine(name, path, word))).join('\n');
  const cases = all.map(({ path, words }) => `    '${path}') words='${words.join(' ')}' ;;`);
  return [
    ...(shell === 'zsh' ? ['autoload -U +X bashcompinit && bashcompinit'] : []),
    `_${name}() {`,
    `  local path='' words='' word`,
    `  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do`,
    `    case "$word" in [a-z]*) path="\${path:+$path }$word" ;; esac`,
    `  done`,
    `  case "$path" in`,
    ...cases,
    `  esac`,
    `  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))`,
    `}`,
    `complete -o default -F _${name} ${name}`,
  ].join('\n');
}

function wordsOf(command: Command, path: string): Words[] {
  const options = command.options.map(({ long }) => long).filter((long) => typeof long === 'string');
  const words = [...command.commands.map((child) => child.name()), ...options, '--help'];
  return [
    { path, words },
    ...command.commands.flatMap((child) => wordsOf(child, path === '' ? child.name() : `${path} ${child.name()}`)),
  ];
}

function fishLine(name: string, path: string, word: string): string {
  const when = path === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${path.split(' ').at(-1)}`;
  return word.startsWith('--')
    ? `complete -c ${name} -n '${when}' -l ${word.slice(2)}`
    : `complete -c ${name} -n '${when}' -f -a ${word}`;
}
