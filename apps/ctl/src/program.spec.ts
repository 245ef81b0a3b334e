import { globSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { programOf } from './program.js';

const program = programOf(
  async () => undefined,
  async () => undefined,
);

const helpOf = (...path: string[]): string =>
  path
    .reduce<Command>((command, name) => command.commands.find((each) => each.name() === name) ?? command, program)
    .helpInformation();

test('help shows the options that name a server only for commands that use a server', () => {
  expect(helpOf('doctor')).toMatch(/--url <url>[^]*--token <token>[^]*--json/);
  for (const path of [['migrate'], ['keys', 'forget']]) {
    expect(helpOf(...path)).toContain('--json');
    expect(helpOf(...path)).not.toMatch(/--url|--token/);
  }
  expect(helpOf('completion')).not.toMatch(/--url|--token|--json/);
});

const commandsOf = (command: Command): Command[] => [
  command,
  ...command.commands.filter((each) => each.name() !== 'help').flatMap(commandsOf),
];

const nameOf = (command: Command): string =>
  command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();

test.each(commandsOf(program).map((command) => [nameOf(command), command] as const))(
  'the help of %s has an example',
  (_, command) => {
    let help = '';
    command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
    expect(help).toContain('Example: ');
  },
);

/** The command lines in the documents. They are in code blocks, and in inline code that contains options. */
const written = ['README.md', ...globSync('docs/**/*.md')].flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const lines = [...text.matchAll(/^(?:rollcall|npm run ctl --) (.*)$/gm)].map(([, line = '']) => line);
  const spans = [...text.matchAll(/`(?:rollcall|npm run ctl --) ([^`\n…|]*(?: --|")[^`\n]*)`/g)].map(
    ([, span = '']) => span,
  );
  return [...lines.map((line) => line.replace(/\s+#.*/, '')), ...spans].map((line) => [line, file] as const);
});

test.each(written)('rollcall %s, in %s, is a command line', async (line) => {
  const words = [...line.matchAll(/"([^"]*)"|<[^>]*>|\S+/g)].map(([word, quoted]) => quoted ?? word);
  await expect(program.parseAsync(words, { from: 'user' })).resolves.toBe(program);
});
