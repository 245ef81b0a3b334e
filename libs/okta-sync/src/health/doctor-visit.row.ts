import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the health check last ran. */
@Entity('doctor_visits')
export class DoctorVisitRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'doctor_visits_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'doctor_visits_pkey' }) integration_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) visited_at!: Date;
  /** When a health check last ended a pause. */
  @Column('timestamptz', { nullable: true }) lifted_at!: Date | null;
}
