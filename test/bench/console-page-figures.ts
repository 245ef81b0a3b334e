import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';

/** Figures of one visit; times in milliseconds. */
export interface PageFigures {
  /** Largest contentful paint, since the start of the navigation. */
  lcp: number;
  /** Cumulative layout shift of the worst session window. */
  cls: number;
  /** Total blocking time: the sum of what each long task after the first contentful paint takes beyond 50 ms. */
  tbt: number;
  longest: number;
  /** Received bytes, compressed. */
  bytes: number;
}

const SLOWED_DOWN = 4;
/** Long enough for the page to load, draw its charts and poll a few times. */
const WATCHED_MS = 6_000;

/** As in web-vitals: a session window of layout shifts ends after a second without one, or after five seconds. */
const OBSERVE = `
  window.seen = { lcp: 0, fcp: 0, cls: 0, tasks: [] };
  let [windowed, began, last] = [0, 0, 0];
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => (window.seen.lcp = entry.startTime));
  observe('paint', (entry) => { if (entry.name === 'first-contentful-paint') window.seen.fcp = entry.startTime; });
  observe('longtask', (entry) => window.seen.tasks.push([entry.startTime, entry.duration]));
  observe('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    if (entry.startTime - last > 1000 || entry.startTime - began > 5000) [windowed, began] = [0, entry.startTime];
    last = entry.startTime;
    windowed += entry.value;
    window.seen.cls = Math.max(window.seen.cls, windowed);
  });`;

/** A signed-in browser context with an empty cache. */
export async function signInForBench(
  context: BrowserContext,
  { url, adminToken }: { url: string; adminToken: string },
): Promise<void> {
  const answer = await context.request.post(`${url}/session`, {
    data: { token: adminToken },
    headers: { 'apollo-require-preflight': 'true' },
  });
  if (!answer.ok()) throw new Error(`no session: ${answer.status()}`);
}

/** @throws if the heading does not appear */
export async function measurePage(context: BrowserContext, url: string, heading: string): Promise<PageFigures> {
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_DOWN });
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await sleep(WATCHED_MS);
  const { lcp, fcp, cls, tasks } = await page.evaluate<{
    lcp: number;
    fcp: number;
    cls: number;
    tasks: [start: number, duration: number][];
  }>('window.seen');
  const late = tasks.filter(([start]) => start >= fcp).map(([, duration]) => duration);
  const tbt = late.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0);
  return { lcp, cls, tbt, longest: Math.max(0, ...late), bytes };
}
