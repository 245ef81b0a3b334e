import { parseFilter, printFilter, SchemaRegistry } from '../protocol/index.js';
import { filterForType } from './filter-for-type.js';

const { user, group } = new SchemaRegistry();

describe('a filter over several types, as groups see it', () => {
  it.each([
    ['displayName eq "x" and members pr', 'displayName eq "x" and members pr'],
    ['userName eq "x"', 'not (id pr)'],
    ['userName ne "x"', 'id pr'],
    ['userName ne null', 'not (id pr)'],
    ['userName eq null', 'id pr'],
    ['emails[type eq "work"]', 'not (id pr)'],
    ['not (userName eq "x") or displayName pr', 'not (not (id pr)) or displayName pr'],
    ['shoe eq "x"', 'shoe eq "x"'],
  ])('%s', (text, expected) => expect(printFilter(filterForType(parseFilter(text), group, [user]))).toBe(expected));
});
