import { nextPath } from './sign-in-path';

beforeAll(() => {
  Object.defineProperty(globalThis, 'window', {
    value: { location: { origin: 'https://rollcall.example' } },
    configurable: true,
  });
});

test.each([
  ['/directory/users?x=1', '/directory/users?x=1'],
  ['//evil.example', '/overview'],
  ['/.//evil.example', '/overview'],
  ['/..//evil.example/x', '/overview'],
  ['/./\\evil.example', '/overview'],
  ['https://evil.example', '/overview'],
  ['/sign-in', '/overview'],
])('after signing in, next=%s leads to %s', (next, path) => {
  expect(nextPath(`?next=${encodeURIComponent(next)}`)).toBe(path);
});
