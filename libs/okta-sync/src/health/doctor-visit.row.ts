import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The times of an integration's last health check, and of the last pause that one ended. */
@Entity('doctor_visits')
export class DoctorVisitRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'doctor_visits_pkey' }) tenant_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'doctor_visits_pkey' }) integration_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) visited_at!: Date;
  /** When a health check last ended a pause. */
  @Column('timestamptz', { nullable: true }) lifted_at!: Date | null;
}
