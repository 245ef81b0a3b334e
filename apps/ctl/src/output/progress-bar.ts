const WIDTH = 24;

/** `[#######-----------------] 29 %`; full when there is nothing to do. */
export function progressBar(done: number, all: number): string {
  const part = all <= 0 ? 1 : Math.min(1, done / all);
  const filled = Math.floor(part * WIDTH);
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${Math.floor(part * 100)} %`;
}
