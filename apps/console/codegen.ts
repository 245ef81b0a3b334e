import { join } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** Generates the text and the types of the operations in src: `graphql-codegen --config apps/console/codegen.ts` (`--check` in CI). */
const config: CodegenConfig = {
  schema: join(import.meta.dirname, '../../schema.graphql'),
  documents: [join(import.meta.dirname, 'src/**/*.{ts,tsx}'), `!${join(import.meta.dirname, 'src/gql/**')}`],
  generates: {
    [join(import.meta.dirname, 'src/gql/')]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
