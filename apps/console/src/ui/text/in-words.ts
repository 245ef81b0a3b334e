const PROPER = new Map([
  ['okta', 'Okta'],
  ['scim', 'SCIM'],
  ['api', 'API'],
  ['url', 'URL'],
  ['id', 'ID'],
]);

/**
 * Converts code names to readable text: `okta-token` and `oktaToken` become "Okta token", `admin_token.created` becomes "Admin token
 * created".
 */
export function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[._-]+/g, ' ')
    .toLowerCase()
    .replaceAll(/\bsign in\b/g, 'sign-in')
    .replaceAll(/\b[a-z]+\b/g, (word) => PROPER.get(word) ?? word);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
