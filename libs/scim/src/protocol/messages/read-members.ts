import { ScimError } from '../errors/scim-error.js';
import { isJsonObject, type JsonObject } from '../json.js';

/**
 * The named members of a message in canonical spelling; names are case-insensitive (RFC 7643 §2.1). Other members are ignored.
 * @throws ScimError 400 invalidSyntax when a member appears in two spellings
 */
export function readMembers<Name extends string>(
  message: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Partial<Record<Name, unknown>> {
  const found: Partial<Record<Name, unknown>> = {};
  for (const written of Object.keys(message)) {
    const name = nameOf(written, names);
    if (name === undefined) continue;
    if (name in found) throw ScimError.invalidSyntax(`"${name}" is there twice, in two spellings.`);
    found[name] = message[written];
  }
  return found;
}

/**
 * The members of one operation of a PATCH or bulk request. Unknown members are refused, because they could change the meaning of the
 * operation.
 * @throws ScimError 400 invalidSyntax: no object, an unknown member, or a member in two spellings
 */
export function readOperation<Name extends string>(
  operation: unknown,
  index: number,
  names: readonly Name[],
): Partial<Record<Name, JsonObject[string]>> {
  if (!isJsonObject(operation)) throw ScimError.invalidSyntax(`Operation ${index + 1} must be an object.`);
  for (const written of Object.keys(operation))
    if (nameOf(written, names) === undefined)
      throw ScimError.invalidSyntax(
        `Operation ${index + 1} has an unknown member "${written.slice(0, 100)}"; known are ${names.join(', ')}.`,
      );
  return readMembers(operation, names) as Partial<Record<Name, JsonObject[string]>>;
}

function nameOf<Name extends string>(written: string, names: readonly Name[]): Name | undefined {
  for (const name of names) if (name === written) return name;
  const lower = written.toLowerCase();
  return names.find((name) => name.toLowerCase() === lower);
}
