import { chartsOf, summaryOf } from './trend-charts-data';

const point = (minute: number, fields: object = {}) => ({
  at: new Date(minute * 60_000).toISOString(),
  binds: 0,
  bindP50: null,
  bindP95: null,
  queued: 0,
  oldest: null,
  quotaLeft: null,
  ...fields,
});

const trends = {
  since: new Date(0).toISOString(),
  points: [
    point(1, { binds: 2, bindP50: 0.4, bindP95: 2, queued: 3, oldest: 90, quotaLeft: 0.25 }),
    point(2),
    point(3, { binds: 1, bindP50: 0.3, bindP95: 0.5, quotaLeft: 1 }),
  ],
  reconciliations: [{ at: new Date(0).toISOString(), drifted: 4 }],
};

const summaries = (given: typeof trends) =>
  Object.fromEntries(chartsOf(given, 'OKTA').map((chart) => [chart.title, summaryOf(chart)]));

test('the summary of each chart contains its last and its worst figure', () => {
  expect(summaries(trends)).toEqual({
    'From passkey to Okta': 'Last 0.5 s, at most 2 s',
    'Confirmed by Okta': 'Last 1, at most 2',
    Queue: 'Last 0, at most 3',
    'Oldest in the queue': 'Last 0 s, at most 1.5 min',
    Drift: 'Last 4, at most 4',
    'Okta’s rate limit': 'Last 100\u00a0%, at least 25\u00a0%',
  });
});

test('minutes without a write have no latency, and minutes without a reported limit no quota', () => {
  const [latency, , , , , quota] = chartsOf(trends, 'OKTA');
  expect([latency?.rows.length, quota?.rows.length]).toEqual([2, 2]);
});

test('the text about a SCIM server does not mention Okta', () => {
  expect(JSON.stringify(chartsOf(trends, 'GENERIC_SCIM'))).not.toContain('Okta');
});

test('the summary is empty when a chart has no figures', () => {
  expect(new Set(Object.values(summaries({ ...trends, points: [], reconciliations: [] })))).toEqual(new Set(['']));
});
