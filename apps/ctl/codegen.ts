import { join } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

const src = join(import.meta.dirname, 'src');

/** Generates the text and the types of the operations: `graphql-codegen --config apps/ctl/codegen.ts` (`--check` in CI). */
const config: CodegenConfig = {
  schema: join(import.meta.dirname, '../../schema.graphql'),
  documents: [`${src}/**/*.ts`, `!${src}/gql/**`],
  generates: {
    [`${src}/gql/`]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false, gqlTagName: 'gql' },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        importExtension: '.js',
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
