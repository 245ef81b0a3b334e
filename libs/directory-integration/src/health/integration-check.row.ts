import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckStatus } from './check-status.js';

@Entity('integration_checks')
@Check('integration_checks_status_check', "status in ('OK', 'WARN', 'FAIL', 'UNKNOWN')")
export class IntegrationCheckRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'integration_checks_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'integration_checks_pkey' }) integration_id!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'integration_checks_pkey' }) name!: string;
  @Column('text') status!: CheckStatus;
  @Column('text') message!: string;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('timestamptz') checked_at!: Date;
}
