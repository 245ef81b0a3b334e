import { foldingFunctions } from '@rollcall/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why: PostgreSQL's lower() depends on the database's locale and folds İ to i in some of them; comparisons must not. */
export class TextFolding1796000000600 implements MigrationInterface {
  name = 'TextFolding1796000000600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of foldingFunctions()) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function name_key(text)');
    await runner.query('drop function fold_json(jsonb)');
    await runner.query('drop function fold_text(text)');
    await runner.query('drop function fold_text_beyond_ascii(text)');
  }
}
