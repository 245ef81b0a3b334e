import { parseJson, problemOf } from './scim-answer.js';

function judge(status: number, text: string) {
  return problemOf({ status, text, headers: new Headers() }, parseJson(text), 0);
}

it.each([
  [200, '{"id":"a"}'],
  [200, ''],
  [202, ' \n'],
  [204, ''],
])('treats %i %j as a success', (status, text) => {
  expect(judge(status, text)).toBeUndefined();
});

it.each([
  [200, '<html>', 'NOT_JSON'],
  [200, '[]', 'NOT_JSON'],
  [302, '', 'NOT_JSON'],
  [404, '', 'NOT_JSON'],
  [404, '{"message":"no route"}', 'NOT_JSON'],
  [404, '{"detail":"no such user"}', 'ERROR'],
  [400, '{"scimType":"invalidFilter"}', 'ERROR'],
])('treats %i %j as %s', (status, text, kind) => {
  expect(judge(status, text)).toMatchObject({ kind, status });
});
