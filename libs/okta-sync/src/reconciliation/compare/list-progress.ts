import { createHash } from 'node:crypto';
import type { RemoteUserPage } from '../../target/registration-target.js';
import { RunFailed } from '../records/run-aborted.js';

/** An index that shifts while it is read makes a server show a page twice, and search may yield empty pages: but not this many in a row. */
const MAX_IDLE_PAGES = 100;

/** Proves that a list of users comes to an end: every link is new, and pages keep showing users that were not shown before. */
export class ListProgress {
  private readonly links = new Set<string>();
  private readonly pages = new Set<string>();
  private idlePages = 0;

  /** @param label how a sentence about the target begins */
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
