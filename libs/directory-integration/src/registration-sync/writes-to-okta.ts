/**
 * SQL condition: the registration sync `alias` writes to an Okta org. The result never changes, because an integration
 * keeps its provider.
 */
export function writesToOkta(alias: string): string {
  return `exists (select 1 from directory_integrations okta
    where okta.tenant_id = ${alias}.tenant_id and okta.id = ${alias}.integration_id and okta.provider = 'OKTA')`;
}
