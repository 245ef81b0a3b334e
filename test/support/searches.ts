import { AuditTrail, type Database, Searches, TenantCosts } from '@rollcall/platform';

export const searchesOf = (database: Database): Searches => new Searches(database, new TenantCosts());

export const auditTrailOf = (database: Database): AuditTrail => new AuditTrail(searchesOf(database));
