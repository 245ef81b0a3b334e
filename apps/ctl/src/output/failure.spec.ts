import { ApiRefusal } from '../api/admin-api.js';
import { failure } from './failure.js';

test.each([
  [
    new ApiRefusal('UNAUTHENTICATED', 'The token is unknown.'),
    'The token is unknown. Give another with --token or ADMIN_TOKEN.',
  ],
  [new ApiRefusal('UNAUTHENTICATED', 'Give --token.'), 'Give --token.'],
  [new ApiRefusal('NOT_FOUND', 'No such run.'), 'No such run.'],
  [new Error('first\n  second'), 'first second'],
  ['thrown', 'thrown'],
])('%s is printed in one line', (error, line) => {
  expect(failure(error)).toBe(line);
});
