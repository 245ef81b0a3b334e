import { misspelledVariables } from './misspelled-variables.js';

const SETTINGS = ['PORT', 'HOST', 'WORKER', 'DATABASE_URL', 'OKTA_RATE_SHARE'];

test.each([
  ['PROT', 'PORT'],
  ['PORTT', 'PORT'],
  ['WORKR', 'WORKER'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['OKTA_RATESHARE', 'OKTA_RATE_SHARE'],
  ['ROLLCALL_WORKER', 'WORKER'],
])('%s is reported as a misspelled %s', (name, meant) => {
  expect(misspelledVariables({ [name]: '1' }, SETTINGS)).toEqual([
    `${name} is not a setting and has no effect. Did you mean ${meant}?`,
  ]);
});

test('a setting, a variable of another program and one that is far from every setting are not reported', () => {
  expect(
    misspelledVariables(
      { PORT: '1', HOME: '/', PATH: '/', HOSTNAME: 'a', ROLLCALL_PORT: 'tcp://10.0.0.1:3000', PGPORT: '5', REPORT: '' },
      SETTINGS,
    ),
  ).toEqual([]);
});
