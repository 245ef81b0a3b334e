import { deliveryErrorOf } from './delivery-error.js';

it.each([
  ['getaddrinfo ENOTFOUND x.example', 'The name in its address is not known (getaddrinfo ENOTFOUND x.example)'],
  ['connect ECONNREFUSED 203.0.113.1:443', 'Nothing listens at its address (connect ECONNREFUSED 203.0.113.1:443)'],
  ['timed out', 'No answer within 10 seconds (timed out)'],
  ['x leads to a private address', 'x leads to a private address'],
])('%s', (message, words) => expect(deliveryErrorOf(new Error(message))).toBe(words));
