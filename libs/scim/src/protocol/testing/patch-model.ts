import type { JsonObject } from '../json.js';
import { ENTERPRISE_USER_SCHEMA } from '../schemas/enterprise-user-schema.js';

/** An operation in the few words that the model knows. */
export type ModelOperation =
  | { readonly kind: 'set'; readonly path: string; readonly value: string }
  | { readonly kind: 'unset'; readonly path: string }
  | { readonly kind: 'setActive'; readonly value: boolean }
  | { readonly kind: 'addEmail'; readonly value: string; readonly type: string; readonly primary: boolean }
  | { readonly kind: 'replaceEmails'; readonly values: readonly string[] }
  | { readonly kind: 'removeEmails'; readonly type: string }
  | { readonly kind: 'setEmail'; readonly type: string; readonly value: string }
  | { readonly kind: 'refused' };

interface Email {
  value?: string;
  type?: string;
  primary?: boolean;
}

/** What a user becomes, by plain changes of a copy; undefined when the PATCH as a whole is refused. */
export function patchModel(user: JsonObject, operations: readonly ModelOperation[]): JsonObject | undefined {
  const copy = structuredClone(user);
  for (const operation of operations) {
    if (operation.kind === 'refused') return undefined;
    change(copy, operation);
    if (Array.isArray(copy.emails) && copy.emails.length === 0) delete copy.emails;
  }
  return copy;
}

function change(user: JsonObject, operation: Exclude<ModelOperation, { kind: 'refused' }>): void {
  const emails = (user.emails ??= []) as Email[];
  switch (operation.kind) {
    case 'set':
      return setAt(user, operation.path, operation.value);
    case 'unset':
      return setAt(user, operation.path, undefined);
    case 'setActive':
      user.active = operation.value;
      return;
    case 'addEmail': {
      const { value, type, primary } = operation;
      let email = emails.find((other) => same(other.value, value) && same(other.type, type));
      const wasPrimary = email?.primary;
      if (email) Object.assign(email, { value, type, primary });
      else emails.push((email = { value, type, primary }));
      if (primary && !wasPrimary)
        for (const other of emails) if (other !== email && other.primary) other.primary = false;
      return;
    }
    case 'replaceEmails':
      user.emails = operation.values.map((value) => ({ value }));
      return;
    case 'removeEmails':
      user.emails = emails.filter((email) => !same(email.type, operation.type)) as JsonObject[];
      return;
    case 'setEmail': {
      const found = emails.filter((email) => same(email.type, operation.type));
      if (found.length === 0) emails.push({ type: operation.type, value: operation.value });
      for (const email of found) email.value = operation.value;
    }
  }
}

function setAt(user: JsonObject, path: string, value: string | undefined): void {
  const [outer, inner] = path.includes(':')
    ? [ENTERPRISE_USER_SCHEMA, path.slice(ENTERPRISE_USER_SCHEMA.length + 1)]
    : (path.split('.') as [string, string?]);
  if (inner === undefined) {
    if (value === undefined) delete user[outer];
    else user[outer] = value;
    return;
  }
  const object = (user[outer] ?? {}) as JsonObject;
  if (value === undefined) delete object[inner];
  else object[inner] = value;
  if (Object.keys(object).length > 0) user[outer] = object;
  else delete user[outer];
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
