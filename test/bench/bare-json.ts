export interface UserRow {
  id: string;
  user_name: string;
  external_id: string | null;
  display_name: string | null;
  active: boolean;
  /** Text of a JSON object. */
  profile: string;
  version: string;
  created: string;
  modified: string;
  groups: { value: string; display: string }[] | null;
}

/** A User resource as JSON text. */
export function userText(row: UserRow, base: string): string {
  let json = `{"id":"${row.id}","userName":${JSON.stringify(row.user_name)},"active":${row.active}`;
  if (row.external_id !== null) json += `,"externalId":${JSON.stringify(row.external_id)}`;
  if (row.display_name !== null) json += `,"displayName":${JSON.stringify(row.display_name)}`;
  if (row.profile.length > 2) json += `,${row.profile.slice(1, -1)}`;
  if (row.groups !== null) {
    const groups = row.groups.map(
      ({ value, display }) =>
        `{"value":"${value}","display":${JSON.stringify(display)},"type":"direct","$ref":"${base}/Groups/${value}"}`,
    );
    json += `,"groups":[${groups.join(',')}]`;
  }
  return `${json},"meta":{"resourceType":"User","created":"${row.created}","lastModified":"${row.modified}","location":"${base}/Users/${row.id}","version":"W/\\"${row.version}\\""}}`;
}

export function listText(rows: readonly UserRow[], total: number, startIndex: number, base: string): string {
  const resources = rows.map((row) => userText(row, base)).join(',');
  return `{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":${total},"startIndex":${startIndex},"itemsPerPage":${rows.length},"Resources":[${resources}]}`;
}
