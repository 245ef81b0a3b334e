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

test('help shows the options that name a server only where one is asked', () => {
  expect(helpOf('doctor')).toMatch(/--url <url>[^]*--token <token>[^]*--json/);
  for (const path of [['migrate'], ['keys', 'forget']]) {
    expect(helpOf(...path)).toContain('--json');
    expect(helpOf(...path)).not.toMatch(/--url|--token/);
  }
  expect(helpOf('completion')).not.toMatch(/--url|--token|--json/);
});
