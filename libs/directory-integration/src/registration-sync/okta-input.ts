import { DomainError } from '@rollcall/platform';

/** Okta's default variable name, as the setup guide has it. */
export const DEFAULT_ATTRIBUTE = 'byndidRegistered';

/** Okta variable names: a letter, then letters, digits and underscores. */
const VARIABLE_NAME = /^[A-Za-z][A-Za-z0-9_]{0,99}$/;
const PRINTABLE = /^[\x21-\x7e]{1,1000}$/;

/** @throws BAD_USER_INPUT with field `attribute` */
export function requireAttribute(input: string): string {
  const attribute = input.trim();
  if (VARIABLE_NAME.test(attribute)) return attribute;
  throw DomainError.badInput(
    'An attribute is a variable name of Okta: a letter, then letters, digits or underscores.',
    'attribute',
  );
}

/** The token as Okta shows it, also when pasted with its `SSWS` scheme. @throws BAD_USER_INPUT with field `apiToken` */
export function requireApiToken(input: string): string {
  const token = input.trim().replace(/^SSWS\s+/i, '');
  if (PRINTABLE.test(token)) return token;
  throw DomainError.badInput('An Okta API token is one word without spaces, as shown when it was created.', 'apiToken');
}
