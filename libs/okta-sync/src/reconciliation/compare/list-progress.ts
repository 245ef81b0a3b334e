import { createHash } from 'node:crypto';
import type { RemoteUserPage } from '../../target/registration-target.js';
import { RunFailed } from '../records/run-aborted.js';

/** Users may repeat on pages while the list shifts, and search may return empty pages, but not this many in a row. */
const MAX_IDLE_PAGES = 100;

/** Detects an endless list: every link must be new, and pages must continue to show new users. */
export class ListProgress {
  private readonly links = new Set<string>();
  private readonly pages = new Set<string>();
  private idlePages = 0;

  /** @param label name of the target, the subject of messages */
  constructor(private readonly label: string) {}

  /** @throws RunFailed when the link was followed before */
  follow(link: string): void {
    if (this.links.has(link)) throw this.endless('a page links to one that was already read');
    this.links.add(link);
  }

  /** @throws RunFailed when too many pages in a row showed nothing new */
  add({ ids, next }: Pick<RemoteUserPage, 'ids' | 'next'>): void {
    const page = createHash('sha256').update(JSON.stringify(ids)).digest('base64');
    const idle = ids.length === 0 || this.pages.has(page);
    this.pages.add(page);
    this.idlePages = idle ? this.idlePages + 1 : 0;
    if (next !== undefined && this.idlePages >= MAX_IDLE_PAGES)
      throw this.endless(`${MAX_IDLE_PAGES} pages in a row showed no new user`);
  }

  private endless(reason: string): RunFailed {
    return new RunFailed(`${this.label} lists its users without end: ${reason}. Nothing was changed.`);
  }
}
