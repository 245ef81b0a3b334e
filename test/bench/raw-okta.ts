import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { cpuTimeOf } from './cpu-time.js';

/** The fewest requests that a comparison or its repairs need. */
export interface RawWork {
  /** `list`: read all pages of users with the attribute; `read`, `write`: one request for each user in `ids`. */
  kind: 'list' | 'read' | 'write';
  url: string;
  apiToken: string;
  attribute: string;
  ids: readonly string[];
  /** Number of users that are written true; the others are written false. */
  lacking: number;
}

/**
 * Sends the requests with minimal code and only parses the answers; in its own process, so that it uses the same kind of sockets as the
 * product.
 */
export class RawOkta {
  // Does not inherit this process's Node flags, whose preloaded module needs the pipe that carries messages here.
  private readonly child: ChildProcess = fork(join(import.meta.dirname, 'raw-okta-client.js'), { execArgv: [] });

  /** @returns seconds that it took */
  send(work: RawWork): Promise<number> {
    this.child.send(work);
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('the raw client ended'));
      this.child.once('exit', ended).once('message', (seconds) => {
        this.child.off('exit', ended);
        resolve(Number(seconds));
      });
    });
  }

  cpuTime(): number | undefined {
    return this.child.pid === undefined ? undefined : cpuTimeOf(this.child.pid);
  }

  stop(): void {
    this.child.kill();
  }
}
