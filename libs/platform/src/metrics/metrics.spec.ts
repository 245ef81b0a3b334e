import { Metrics } from './metrics.js';

test('requesting a metric again returns the same metric', async () => {
  const metrics = new Metrics();
  const options = { name: 'rollcall_tries_total', help: 'Tries.', labels: ['outcome'] } as const;
  metrics.counter(options).inc({ outcome: 'good' });
  metrics.counter(options).inc({ outcome: 'good' });
  expect((await metrics.scrape()).text).toContain('rollcall_tries_total{outcome="good"} 2');
});

test('a collector runs at each scrape; a failing collector is reported and does not affect the others', async () => {
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
