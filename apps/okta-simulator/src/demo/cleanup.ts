/** What must be undone at the end, whatever the end is; undone last in, first out, once. */
export class Cleanup {
  private works: (() => unknown)[] = [];

  add(work: () => unknown): void {
    this.works.push(work);
  }

  async run(): Promise<void> {
    const works = this.works.toReversed();
    this.works = [];
    for (const work of works) await Promise.resolve(work()).catch(() => undefined);
  }
}
