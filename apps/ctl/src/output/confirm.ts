import { createInterface } from 'node:readline/promises';
import { ApiRefusal } from '../api/admin-api.js';

/**
 * Has a person type a name before something that changes how people sign in.
 * @throws ApiRefusal when something else was typed, and without a terminal
 */
export async function confirm(question: string, name: string): Promise<void> {
  if (!process.stdin.isTTY)
    throw new ApiRefusal('BAD_USER_INPUT', `${question} Confirm with --yes: this is no terminal.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const typed = await terminal.question(`${question} Type ${name} to confirm: `);
    if (typed.trim() !== name) throw new ApiRefusal('BAD_USER_INPUT', 'Not confirmed: nothing was changed.');
  } finally {
    terminal.close();
  }
}
