export type ActorType = 'ROOT' | 'ADMIN_TOKEN' | 'SESSION' | 'SCIM_CLIENT' | 'ENROLLEE' | 'PERSON' | 'SYSTEM' | 'CLI';

/** Who acts, as the audit trail will name them. */
export interface Actor {
  type: ActorType;
  id: string;
  name: string;
}

/** Tenant and actor of a call: the first argument of every service method that accesses a tenant's data. */
export interface Caller {
  tenantId: string;
  actor: Actor;
}

export function systemCaller(tenantId: string, name: string): Caller {
  return { tenantId, actor: { type: 'SYSTEM', id: name, name } };
}
