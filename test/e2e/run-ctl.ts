import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from '../support/index.js';

const main = join(import.meta.dirname, '../../dist/apps/ctl/src/main.js');

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs the built command line as a process without a terminal. @param env the environment of the process, in addition
 * to PATH
 */
export function runCtl(args: readonly string[], env: Record<string, string> = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: { ...childEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const result = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (result.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (result.stderr += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, ...result }));
  });
}
