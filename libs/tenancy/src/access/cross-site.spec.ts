import { isForgeable } from './cross-site.js';

const json = { 'content-type': 'application/json; charset=utf-8' };

describe('isForgeable', () => {
  it.each([
    ['GET', {}],
    ['HEAD', { 'sec-fetch-site': 'cross-site' }],
    ['POST', json],
    ['POST', { ...json, 'sec-fetch-site': 'same-origin' }],
    ['POST', { ...json, 'sec-fetch-site': 'none' }],
    ['DELETE', {}],
  ])('%s %j is the console’s', (method, headers) => expect(isForgeable({ method, headers })).toBe(false));

  it.each([
    ['POST', {}],
    ['POST', { 'content-type': 'text/plain; application/json' }],
    ['POST', { 'content-type': 'multipart/form-data' }],
    ['POST', { ...json, 'sec-fetch-site': 'same-site' }],
    ['POST', { ...json, 'sec-fetch-site': 'cross-site' }],
    ['DELETE', { 'sec-fetch-site': 'same-site' }],
  ])('%s %j may be another site’s', (method, headers) => expect(isForgeable({ method, headers })).toBe(true));
});
