import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Number of characters of a text in its index, because an entry has at most 2704 bytes. Conditions of filters use the same number. */
const PREFIX = 128;
const ENTERPRISE = `profile -> 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'`;
const enterprise = (name: string): string =>
  `case when jsonb_typeof((${ENTERPRISE} -> '${name}')) = 'string' then (${ENTERPRISE} ->> '${name}') end`;

/** Texts that clients filter by. If most rows have no value, the index omits rows without one (`sparse`). */
const TEXTS: Record<string, { text: string; sparse?: true }> = {
  identities_display_name: { text: 'display_name' },
  identities_family_name: { text: `(profile -> 'name' ->> 'familyName')` },
  identities_given_name: { text: `(profile -> 'name' ->> 'givenName')` },
  identities_department: { text: enterprise('department'), sparse: true },
  identities_employee_number: { text: enterprise('employeeNumber'), sparse: true },
};

/**
 * Why: at a million users these filters read every row. text_pattern_ops supports eq and sw in every collation. Times have a BRIN index,
 * because with any other kind an update of updated_at would have to write to every index (PostgreSQL 16 and newer: HOT).
 * Indexes are built concurrently, so that no request waits. Safe to run again after an interruption.
 */
export class FilterIndexes1796000002001 implements MigrationInterface {
  name = 'FilterIndexes1796000002001';
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // Locks of concurrent builds stop no reader or writer, so waiting for them is harmless.
    await runner.query('set lock_timeout = 0');
    for (const [index, { text, sparse }] of Object.entries(TEXTS)) {
      const indexed = `left(fold_text(${text}), ${PREFIX})`;
      await runner.query(`drop index concurrently if exists ${index}`);
      await runner.query(
        `create index concurrently ${index} on identities (tenant_id, integration_id, ${indexed} text_pattern_ops)
           ${sparse ? `where ${indexed} is not null` : ''}`,
      );
    }
    await runner.query('drop index concurrently if exists identities_updated_at');
    await runner.query(
      `create index concurrently identities_updated_at on identities using brin (updated_at)
         with (pages_per_range = 16, autosummarize = on)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of [...Object.keys(TEXTS), 'identities_updated_at'])
      await runner.query(`drop index if exists ${index}`);
  }
}
