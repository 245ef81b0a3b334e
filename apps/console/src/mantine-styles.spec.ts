import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const STYLES = join(import.meta.dirname, '../../../node_modules/@mantine/core/styles');
const sources = globSync('**/*.tsx', { cwd: import.meta.dirname }).map((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8'),
);
const used = sources.flatMap((source) =>
  [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  ),
);
const imported = readFileSync(join(import.meta.dirname, 'mantine-styles.ts'), 'utf8');

it('every component that is used has its style', () => {
  const styled = [...new Set(used)].filter((name) => existsSync(join(STYLES, `${name}.css`)));
  expect(styled).toContain('Checkbox');
  expect(styled.filter((name) => !imported.includes(`/styles/${name}.css`))).toEqual([]);
});
