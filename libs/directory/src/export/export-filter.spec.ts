import { exportFilterOf } from './export-filter.js';

test('the filters of the list are taken, empty ones are left out', () => {
  expect(exportFilterOf({ search: 'ada', status: 'ACTIVE', registrationState: 'PARKED', groupId: '' })).toEqual({
    search: 'ada',
    status: 'ACTIVE',
    registrationState: 'PARKED',
  });
});

test.each([
  [{ status: 'active' }, 'status'],
  [{ enrollmentStatus: 'NONE' }, 'enrollmentStatus'],
  [{ search: ['a', 'b'] }, 'search'],
  [{ search: 'a\0' }, 'search'],
])('%j is refused', (query, field) => {
  expect(() => exportFilterOf(query)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field }));
});
