import { createHash } from 'node:crypto';
import type { RemoteUserPage } from '../../target/registration-target.js';
import { RunFailed } from '../records/run-aborted.js';

/**
 * Maximum number of pages in a row that are empty or repeat an earlier page. A few are normal, because lists shift
 * while they are read, and because a search may return empty pages.
 */
const MAX_IDLE_PAGES = 100;

/** Detects a list that does not end. Every link must be new, and new pages must keep appearing. */
export class ListProgress {
  private readonly links = new Set<string>();
  private readonly pages = new Set<string>();
  private idlePages = 0;

  /** @param label name of the target, used as the subject of messages */
  constructor(private readonly label: string) {}

  /** @throws RunFailed when the link was followed before */
  follow(link: string): void {
    if (this.links.has(link)) throw this.endless('a page links to one that was already read');
    this.links.add(link);
  }

  /** @throws RunFailed if too many pages in a row were empty or repeated */
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
