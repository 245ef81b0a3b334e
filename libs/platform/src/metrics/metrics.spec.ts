import { Metrics } from './metrics.js';

test('a metric that is asked for again is the same one', async () => {
  const metrics = new Metrics();
  const options = { name: 'rollcall_tries_total', help: 'Tries.', labels: ['outcome'] } as const;
  metrics.counter(options).inc({ outcome: 'good' });
  metrics.counter(options).inc({ outcome: 'good' });
  expect((await metrics.scrape()).text).toContain('rollcall_tries_total{outcome="good"} 2');
});

test('a collector runs with each scrape; one that fails does not affect the others, and is reported', async () => {
  const metrics = new Metrics();
  const depth = metrics.gauge({ name: 'rollcall_depth', help: 'Depth.' });
  metrics.onScrape('good', async () => depth.inc());
  metrics.onScrape('bad', async () => {
    throw new Error('no database');
  });
  await metrics.scrape();
  const { text } = await metrics.scrape();
  expect(text).toContain('rollcall_depth 2');
  expect(text).toContain('rollcall_collector_failed{collector="bad"} 1');
  expect(text).toContain('rollcall_collector_failed{collector="good"} 0');
});
