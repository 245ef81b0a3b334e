import { foldText } from '@rollcall/platform';
import type { JsonObject } from '../json.js';
import { BADGE_SCHEMA } from './test-registry.js';

/** An operation of the model. */
export type ModelOperation =
  | { readonly kind: 'set'; readonly path: string; readonly value: string }
  | { readonly kind: 'unset'; readonly path: string }
  | { readonly kind: 'setActive'; readonly value: boolean }
  | { readonly kind: 'addEmail'; readonly value: string; readonly type: string; readonly primary: boolean }
  | { readonly kind: 'replaceEmails'; readonly values: readonly string[] }
  | { readonly kind: 'removeEmails'; readonly type: string }
  | { readonly kind: 'removeEmailsOf'; readonly value: string; readonly type?: string }
  | { readonly kind: 'setEmail'; readonly type: string; readonly value: string }
  | { readonly kind: 'setPrimary'; readonly type: string; readonly primary: boolean }
  | { readonly kind: 'unsetEmail'; readonly type: string }
  /** Immutable. */
  | { readonly kind: 'setSerial'; readonly serial: string | undefined }
  /** Also removes its serial, if it has one. */
  | { readonly kind: 'removeBadge' }
  | { readonly kind: 'addTag'; readonly tag: string }
  | { readonly kind: 'removeTag'; readonly tag: string }
  | { readonly kind: 'refused' };

interface Email {
  value?: string;
  type?: string;
  primary?: boolean;
}

/** The expected user, computed by simple changes of a copy; undefined when the PATCH is refused. */
export function patchModel(user: JsonObject, operations: readonly ModelOperation[]): JsonObject | undefined {
  const copy = structuredClone(user);
  for (const operation of operations) {
    if (operation.kind === 'refused' || changesSerial(copy, operation)) return undefined;
    change(copy, operation);
    if (Array.isArray(copy.emails) && copy.emails.length === 0) delete copy.emails;
  }
  return copy;
}

function changesSerial(user: JsonObject, operation: ModelOperation): boolean {
  const serial = (user[BADGE_SCHEMA] as JsonObject | undefined)?.serial;
  if (serial === undefined) return false;
  return operation.kind === 'removeBadge' || (operation.kind === 'setSerial' && serial !== operation.serial);
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
      user.emails = operation.values
        .filter((value, place, all) => all.findIndex((other) => same(other, value)) === place)
        .map((value) => ({ value }));
      return;
    case 'removeEmails':
      user.emails = emails.filter((email) => !same(email.type, operation.type)) as JsonObject[];
      return;
    case 'removeEmailsOf': {
      const { value, type } = operation;
      const goes = (email: Email): boolean =>
        same(email.value, value) && (type === undefined || same(email.type, type));
      user.emails = emails.filter((email) => !goes(email)) as JsonObject[];
      return;
    }
    case 'setPrimary': {
      const { type, primary } = operation;
      const found = emails.filter((email) => same(email.type, type));
      if (found.length === 0) emails.push({ type });
      const chosen = found.length === 0 ? emails.slice(-1) : found;
      const newest = primary ? (chosen.find((email) => !email.primary) ?? chosen[0]) : undefined;
      for (const email of chosen) email.primary = email === newest;
      if (newest) for (const email of emails) if (email !== newest && email.primary) email.primary = false;
      return;
    }
    case 'unsetEmail':
      for (const email of emails) if (same(email.type, operation.type)) delete email.value;
      return;
    case 'setSerial':
      return setAt(user, `${BADGE_SCHEMA}:serial`, operation.serial);
    case 'removeBadge':
      delete user[BADGE_SCHEMA];
      return;
    case 'addTag': {
      const tags = tagsOf(user);
      if (!tags.some((tag) => same(tag, operation.tag))) setAt(user, `${BADGE_SCHEMA}:tags`, [...tags, operation.tag]);
      return;
    }
    case 'removeTag': {
      const rest = tagsOf(user).filter((tag) => !same(tag, operation.tag));
      return setAt(user, `${BADGE_SCHEMA}:tags`, rest.length > 0 ? rest : undefined);
    }
    case 'setEmail': {
      const found = emails.filter((email) => same(email.type, operation.type));
      if (found.length === 0) emails.push({ type: operation.type, value: operation.value });
      for (const email of found) email.value = operation.value;
    }
  }
}

function tagsOf(user: JsonObject): string[] {
  return ((user[BADGE_SCHEMA] as JsonObject | undefined)?.tags ?? []) as string[];
}

function setAt(user: JsonObject, path: string, value: string | string[] | undefined): void {
  const [outer, inner] = path.includes(':')
    ? [path.slice(0, path.lastIndexOf(':')), path.slice(path.lastIndexOf(':') + 1)]
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
  return foldText(a ?? '') === foldText(b ?? '') && (a === undefined) === (b === undefined);
}
