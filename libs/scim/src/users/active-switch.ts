import { isJsonObject, type Json, type PatchOperation } from '../protocol/index.js';

/** The new value of `active` if a PATCH sets nothing else, as Okta does to deactivate a user; otherwise undefined. */
export function activeSwitchOf(operations: readonly PatchOperation[]): boolean | undefined {
  const [operation] = operations;
  if (operations.length !== 1 || operation === undefined || operation.op === 'remove') return undefined;
  const { path, value } = operation;
  if (path !== undefined) {
    const plain = path.filter === undefined && path.subAttribute === undefined && path.path.toLowerCase() === 'active';
    return plain ? booleanOf(value) : undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const names = Object.keys(value);
  return names.length === 1 && names[0]!.toLowerCase() === 'active' ? booleanOf(value[names[0]!]) : undefined;
}

/** Entra writes booleans as text. */
function booleanOf(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
