import { detailLines } from './audit-words';

test.each<[Record<string, unknown>, string[]]>([
  [{ userName: 'ada', identityId: '1' }, ['User name: ada']],
  [{ events: ['a.b', 'c.d'], url: 'https://x' }, ['Events: a.b, c.d', 'URL: https://x']],
  [{ enabled: true, note: null, name: '' }, ['Enabled: true']],
  [{ steps: [{ count: 1 }] }, ['Steps: [{"count":1}]']],
])('%j reads %j', (detail, lines) => {
  expect(detailLines(detail)).toEqual(lines);
});

test('an instant reads as a date', () => {
  expect(detailLines({ expiresAt: '2027-02-21T20:01:17.949Z' })[0]).toMatch(/^Expires at: .*2027/);
});
