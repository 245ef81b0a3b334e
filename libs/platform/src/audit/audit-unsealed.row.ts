import { Entity, PrimaryColumn } from 'typeorm';

/** An event that is not sealed yet. */
@Entity('audit_unsealed')
export class AuditUnsealedRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_unsealed_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_unsealed_pkey' }) event_id!: string;
}
