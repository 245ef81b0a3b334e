import type { IdentityDraft, IdentityRecord } from '@rollcall/directory';
import { isJsonObject, type Json, type JsonObject, type ResourceSchema } from '../protocol/index.js';

/** Splits a resource into columns and the remaining profile. `schemas` is stored in the profile, so that reads need not compute it. */
export function toDraft(resource: JsonObject, schema: ResourceSchema, activeUnlessTold: boolean): IdentityDraft {
  const { userName, externalId, displayName, active, schemas: _schemas, ...attributes } = resource;
  return {
    userName: userName as string,
    externalId: textOf(externalId),
    displayName: textOf(displayName),
    email: primaryEmailOf(resource.emails),
    active: typeof active === 'boolean' ? active : activeUnlessTold,
    profile: { schemas: schema.schemasOf(attributes), ...attributes },
  };
}

/** The attributes of a person that PATCH may change. */
export function toPatchable(record: IdentityRecord): JsonObject {
  const { schemas: _schemas, ...attributes } = JSON.parse(record.profile) as JsonObject;
  const { userName, externalId, displayName, active } = record;
  // The other column, email, is derived from the attribute emails.
  const columns: Omit<IdentityDraft, 'profile' | 'email'> = { userName, externalId, displayName, active };
  const assigned = Object.entries(columns).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(assigned), ...attributes };
}

/** The address to show and to search by: the primary one, else the first. */
function primaryEmailOf(emails: Json | undefined): string | null {
  if (!Array.isArray(emails)) return null;
  const entries = emails.filter(isJsonObject).filter(({ value }) => typeof value === 'string');
  return textOf((entries.find(({ primary }) => primary === true) ?? entries[0])?.value);
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
