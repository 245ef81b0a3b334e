export type ActorType = 'ROOT' | 'ADMIN_TOKEN' | 'SESSION' | 'SCIM_CLIENT' | 'ENROLLEE' | 'PERSON' | 'SYSTEM' | 'CLI';

/** The user or program that makes a call, with the name that the audit trail will show. */
export interface Actor {
  type: ActorType;
  id: string;
  name: string;
}

/** Tenant and actor of a call. It is the first argument of every service method that accesses data of a tenant. */
export interface Caller {
  tenantId: string;
  actor: Actor;
}

export function systemCaller(tenantId: string, name: string): Caller {
  return { tenantId, actor: { type: 'SYSTEM', id: name, name } };
}
