import { ListProgress } from './list-progress.js';
import { RunFailed } from '../records/run-aborted.js';

const page = (...ids: string[]) => ({ ids, next: 'more' });

describe('the progress of a list', () => {
  it('ends a list that links to a page that was already read', () => {
    const progress = new ListProgress('Okta');
    progress.follow('a');
    progress.follow('b');
    expect(() => progress.follow('a')).toThrow(RunFailed);
  });

  it.each([
    ['empty pages', () => page()],
    ['the same page under new links', () => page('1', '2')],
    ['pages that go round', (index: number) => page(`${index % 3}`)],
  ])('ends a list of %s', (_, of) => {
    const progress = new ListProgress('Okta');
    const read = (): void => {
      for (let index = 0; index < 120; index += 1) progress.add(of(index));
    };
    expect(read).toThrow(/^Okta lists its users without end: 100 pages in a row/);
  });

  it('allows empty and repeated pages between new pages', () => {
    const progress = new ListProgress('Okta');
    for (let index = 0; index < 400; index += 1) progress.add(index % 90 === 0 ? page(`${index}`) : page());
  });

  it('allows the last page of an empty list', () => {
    const progress = new ListProgress('Okta');
    for (let index = 0; index < 120; index += 1) progress.add({ ids: [], next: undefined });
  });
});
