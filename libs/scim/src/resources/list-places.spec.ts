import { ListPlaces } from './list-places.js';

describe('places of lists', () => {
  let now = 0;
  let places: ListPlaces;
  beforeEach(() => {
    now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    places = new ListPlaces();
  });
  afterEach(() => jest.restoreAllMocks());

  const remember = (list: string, rows: number, id = `row ${rows}`) => places.remember(list, { id, key: null, rows });

  it('are found by the nearest one before the index', () => {
    remember('a', 100);
    remember('a', 300);
    remember('a', 200);
    expect(places.before('a', 99)).toBeUndefined();
    expect(places.before('a', 299)).toMatchObject({ rows: 200, id: 'row 200' });
    expect(places.before('a', 300)).toMatchObject({ rows: 300 });
    expect(places.before('b', 300)).toBeUndefined();
  });

  it('are the latest of an index', () => {
    remember('a', 100, 'old');
    remember('a', 100, 'new');
    expect(places.before('a', 100)).toMatchObject({ id: 'new' });
  });

  it('are forgotten after five minutes', () => {
    remember('a', 100);
    now = 5 * 60_000;
    expect(places.before('a', 100)).toBeDefined();
    now += 1;
    expect(places.before('a', 100)).toBeUndefined();
  });

  it('are bounded in number, per list and in all', () => {
    for (let rows = 1; rows <= 17; rows += 1) remember('a', rows);
    expect(places.before('a', 1)).toBeUndefined();
    expect(places.before('a', 2)).toMatchObject({ rows: 2 });
    for (let list = 0; list < 999; list += 1) remember(`list ${list}`, 1);
    expect(places.before('a', 17)).toBeDefined();
    remember('one more', 1);
    expect(places.before('a', 17)).toBeUndefined();
    expect(places.before('list 0', 1)).toBeDefined();
  });
});
