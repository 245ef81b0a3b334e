import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const patches = globSync('*.patch', { cwd: import.meta.dirname }).toSorted();

describe('the planted bugs', () => {
  it('are at least 32', () => {
    expect(patches.length).toBeGreaterThanOrEqual(32);
  });

  it.each(patches)('%s applies to the sources of today', (patch) => {
    const { status, stderr } = spawnSync('git', ['apply', '--check', join(import.meta.dirname, patch)], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
