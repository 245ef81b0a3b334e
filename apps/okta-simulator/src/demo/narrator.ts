/** Prints the demo: numbered steps with results, and a table at the end. Colored on a terminal only. */
export class Narrator {
  private steps = 0;

  constructor(private readonly out: NodeJS.WriteStream = process.stdout) {}

  heading(text: string): void {
    this.line(`\n${this.paint('1', text)}`);
  }

  /** Runs and prints one step; adds the step's name to an error. */
  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.steps += 1;
    this.line(`\n${this.paint('1;36', `${String(this.steps).padStart(2)}  ${title}`)}`);
    try {
      return await work();
    } catch (error) {
      throw new StepFailed(this.steps, title, error);
    }
  }

  saw(text: string): void {
    this.line(`    ${this.paint('32', '✓')} ${text}`);
  }

  note(text: string): void {
    this.line(`    ${this.paint('2', text)}`);
  }

  table(rows: readonly (readonly [string, string])[]): void {
    const width = Math.max(...rows.map(([label]) => label.length));
    const rule = this.paint('2', `    ${'─'.repeat(width + 2 + Math.max(...rows.map(([, value]) => value.length)))}`);
    this.line(rule);
    for (const [label, value] of rows) this.line(`    ${label.padEnd(width)}  ${this.paint('1', value)}`);
    this.line(rule);
  }

  failed(failure: StepFailed, logLines: readonly string[]): void {
    this.line(`\n${this.paint('1;31', `✗ step ${failure.number} failed: ${failure.title}`)}\n  ${failure.message}`);
    if (logLines.length === 0) return;
    this.line(this.paint('2', "\n  The server's last lines:"));
    for (const line of logLines) this.line(this.paint('2', `  | ${line}`));
  }

  private paint(code: string, text: string): string {
    return this.out.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;
  }

  private line(text: string): void {
    this.out.write(`${text}\n`);
  }
}

export class StepFailed extends Error {
  constructor(
    readonly number: number,
    readonly title: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** @throws Error with the text `otherwise` if the demo's result is not what the guide promises */
export function expectSeen(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}
