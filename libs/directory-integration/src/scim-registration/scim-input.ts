import { DomainError, requireOutboundUrl } from '@rollcall/platform';

const MAX_URL_CHARACTERS = 500;
/** RFC 8141, as far as it may stand in a filter or PATCH path unquoted (RFC 7644 §3.10). */
const EXTENSION = /^urn:[a-z0-9][a-z0-9-]{0,31}(:[\w.-]+)+$/i;
const CORE = 'urn:ietf:params:scim:schemas:core:';
/** ATTRNAME (RFC 7643 §2.1). */
const ATTRIBUTE_NAME = /^[A-Za-z][A-Za-z0-9$_-]{0,99}$/;
const VISIBLE = /^[\x20-\x7e]{1,4000}$/;
/** scope-token and the spaces between (RFC 6749 §3.3). */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** The base URL as `/Users` is appended to it. @throws BAD_USER_INPUT with field `baseUrl` */
export function requireBaseUrl(input: string, allowedHosts: readonly string[]): string {
  const url = requireOutboundUrl(input, allowedHosts, 'baseUrl');
  if (url.search !== '' || url.hash !== '') throw DomainError.badInput('A base URL has no ? and no #.', 'baseUrl');
  return bounded(`${url.origin}${url.pathname.replace(/\/+$/, '')}`, 'baseUrl');
}

/** @throws BAD_USER_INPUT with field `tokenEndpoint` */
export function requireTokenEndpoint(input: string, allowedHosts: readonly string[]): string {
  const url = requireOutboundUrl(input, allowedHosts, 'tokenEndpoint');
  if (url.hash !== '') throw DomainError.badInput('A token endpoint has no #.', 'tokenEndpoint');
  return bounded(url.href, 'tokenEndpoint');
}

/** Never a core schema: its booleans (`active`) mean something else. @throws BAD_USER_INPUT with field `extension` */
export function requireExtension(input: string): string {
  const extension = input.trim();
  if (!EXTENSION.test(extension) || extension.length > 300)
    throw DomainError.badInput(
      'An extension is the URN of a schema, such as urn:example:params:scim:2.0:User.',
      'extension',
    );
  if (extension.toLowerCase().startsWith(CORE))
    throw DomainError.badInput('The attribute must stand in an extension, not in a core schema.', 'extension');
  return extension;
}

/** @throws BAD_USER_INPUT with field `attribute` */
export function requireScimAttribute(input: string): string {
  const attribute = input.trim();
  if (ATTRIBUTE_NAME.test(attribute)) return attribute;
  throw DomainError.badInput('An attribute name is a letter, then letters, digits, $, _ or -.', 'attribute');
}

/** A token without its `Bearer ` scheme, or a name or secret, as entered. @throws BAD_USER_INPUT with the field */
export function requireCredential(input: string, field: string): string {
  const value = input.trim();
  if (VISIBLE.test(value)) return value;
  throw DomainError.badInput(`${field} is required, in printable ASCII characters.`, field);
}

/** @throws BAD_USER_INPUT with field `scope` */
export function readScope(input: string | null | undefined): string | undefined {
  const scope = input?.trim();
  if (!scope) return undefined;
  if (SCOPE.test(scope) && scope.length <= 1000) return scope;
  throw DomainError.badInput('Scopes are words with one space between.', 'scope');
}

function bounded(url: string, field: string): string {
  if (url.length <= MAX_URL_CHARACTERS) return url;
  throw DomainError.badInput(`A URL of at most ${MAX_URL_CHARACTERS} characters is taken.`, field);
}
