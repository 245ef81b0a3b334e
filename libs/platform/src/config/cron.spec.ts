import { cronFault } from './cron.js';

test.each(['0 3 * * *', '*/15 * * * *', '0 0 3 * * mon-fri', '5,35 1-4 1 jan,JUL 7', '0 0-20/4 ? * SUN'])(
  'accepts %s',
  (expression) => expect(cronFault(expression)).toBeUndefined(),
);

test.each([
  ['99 * * * *', 'has a wrong minute (99)'],
  ['0 24 * * *', 'has a wrong hour (24)'],
  ['0 3 0 * *', 'has a wrong day of the month (0)'],
  ['0 3 * foo *', 'has a wrong month (foo)'],
  ['0 3 * * 5-1', 'has a wrong day of the week (5-1)'],
  ['*/0 * * * *', 'has a wrong minute (*/0)'],
  ['0 3 * *', 'must be a cron expression of five or six fields'],
  ['nightly', 'must be a cron expression of five or six fields'],
])('refuses %s and says which field is wrong', (expression, fault) => expect(cronFault(expression)).toContain(fault));
