import { applyDecorators } from '@nestjs/common';
import { DomainError, IsSetting, Normalized, requireOutboundUrl } from '@rollcall/platform';
import { Matches } from 'class-validator';

const MAX_URL_CHARACTERS = 500;

/** Normalizes the base URL, so that `/Users` can be appended. @throws BAD_USER_INPUT with field `baseUrl` */
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

/**
 * The URN of a schema extension (RFC 8141). Only characters that are allowed in filters and PATCH paths are accepted
 * (RFC 7644 §3.10). A core schema is refused, because its booleans (such as `active`) have another meaning.
 */
export const IsExtension = () =>
  applyDecorators(
    IsSetting(
      /^(?=.{1,300}$)urn:[a-z0-9][a-z0-9-]{0,31}(:[\w.-]+)+$/i,
      'An extension is the URN of a schema, such as urn:example:params:scim:2.0:User.',
    ),
    Matches(/^(?!urn:ietf:params:scim:schemas:core:)/i, {
      message: 'The attribute must stand in an extension, not in a core schema.',
    }),
  );

/** ATTRNAME (RFC 7643 §2.1). */
export const IsScimAttribute = () =>
  IsSetting(/^[A-Za-z][A-Za-z0-9$_-]{0,99}$/, 'An attribute name is a letter, then letters, digits, $, _ or -.');

/** A token, name or secret, as entered. */
export const IsCredential = (normalize = (text: string) => text.trim()) =>
  applyDecorators(
    Normalized(normalize),
    Matches(/^[\x20-\x7e]{1,4000}$/, { message: '$property is required, in printable ASCII characters.' }),
  );

/** One or more scope-tokens, separated by a space (RFC 6749 §3.3). */
export const IsScope = () =>
  IsSetting(
    /^(?=.{1,1000}$)[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/,
    'Scopes are words with one space between.',
  );

function bounded(url: string, field: string): string {
  if (url.length <= MAX_URL_CHARACTERS) return url;
  throw DomainError.badInput(`A URL of at most ${MAX_URL_CHARACTERS} characters is taken.`, field);
}
