import type { IdentityDraft, IdentityRecord } from '@rollcall/directory';
import { isJsonObject, type Json, type JsonObject, type ResourceSchema } from '../protocol/index.js';

/** Splits what a client wrote into columns and the rest. `schemas` is kept with the rest, ready to be read back. */
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

/** What a client may change of a person, as PATCH sees it. */
export function toPatchable(record: IdentityRecord): JsonObject {
  const { schemas: _schemas, ...attributes } = JSON.parse(record.profile) as JsonObject;
  const { userName, externalId, displayName, active } = record;
  return {
    userName,
    ...(externalId !== null && { externalId }),
    ...(displayName !== null && { displayName }),
    active,
    ...attributes,
  };
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
