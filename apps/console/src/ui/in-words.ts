const PROPER = new Map([
  ['okta', 'Okta'],
  ['scim', 'SCIM'],
  ['api', 'API'],
  ['url', 'URL'],
  ['id', 'ID'],
]);

/** Names of code as people read them, spelt as the pages spell: `okta-token` and `oktaToken` are "Okta token", `admin_token.created` is "Admin token created". */
export function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[._-]+/g, ' ')
    .toLowerCase()
    .replaceAll(/\bsign in\b/g, 'sign-in')
    .replaceAll(/\b[a-z]+\b/g, (word) => PROPER.get(word) ?? word);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
