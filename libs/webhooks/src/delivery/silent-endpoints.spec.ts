import { SilentEndpoints } from './silent-endpoints.js';

describe('endpoints that do not answer', () => {
  it('are skipped for as long as they were silent, at most a minute', () => {
    const silent = new SilentEndpoints();
    silent.note('a', 0);
    expect(silent.list(999)).toEqual(['a']);
    expect(silent.list(1_000)).toEqual([]);
    silent.note('a', 20_000);
    expect(silent.list(39_999)).toEqual(['a']);
    silent.note('a', 70_000);
    silent.note('a', 110_000);
    expect(silent.list(169_999)).toEqual(['a']);
    expect(silent.list(170_000)).toEqual([]);
  });

  it('are not skipped after an answer, and are forgotten when nothing was sent for a while', () => {
    const silent = new SilentEndpoints();
    silent.note('a', 0);
    silent.note('b', 0);
    silent.forget('a');
    expect(silent.list(1)).toEqual(['b']);
    silent.list(100_000);
    silent.note('b', 100_000);
    expect(silent.list(101_000)).toEqual([]);
  });
});
