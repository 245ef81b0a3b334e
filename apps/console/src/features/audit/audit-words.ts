export const ACTOR_LABEL: Record<string, string> = {
  ROOT: 'Root token',
  ADMIN_TOKEN: 'Admin token',
  SESSION: 'Console',
  SCIM_CLIENT: 'SCIM client',
  ENROLLEE: 'The person',
  SYSTEM: 'Rollcall',
  CLI: 'Command line',
};

/** `admin_token.created` reads "Admin token created". */
export function actionTitle(action: string): string {
  const words = action
    .replaceAll(/[._]/g, ' ')
    .replaceAll(/\bokta\b/g, 'Okta')
    .replaceAll(/\bscim\b/g, 'SCIM');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Changes as "name: value"; nested ones as compact JSON. */
export function detailLines(detail: string): string[] {
  const parsed: unknown = JSON.parse(detail);
  if (typeof parsed !== 'object' || parsed === null) return [];
  return Object.entries(parsed)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}

/** The page of what was changed, where there is one. */
export function subjectPath(type: string | null | undefined, id: string | null | undefined): string | undefined {
  if (!id) return undefined;
  switch (type) {
    case 'identity':
      return `/directory/identities/${id}`;
    case 'group':
      return `/directory/groups/${id}`;
    case 'integration':
      return `/directory/integrations/${id}`;
    default:
      return undefined;
  }
}
