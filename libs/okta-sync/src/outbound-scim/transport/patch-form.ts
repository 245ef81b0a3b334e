import { attributePath, type ScimServer } from './scim-server.js';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/**
 * Forms of a PATCH that sets an extension attribute (RFC 7644 §3.5.2), in the order in which they are tried. `PATH`
 * addresses the attribute by its path. The other two send it as part of the resource, for servers that misread a path
 * with a URN. `ADD` comes before `REPLACE`, because a faulty server may replace the whole extension.
 */
export const PATCH_FORMS = ['PATH', 'ADD', 'REPLACE'] as const;
export type PatchForm = (typeof PATCH_FORMS)[number];

export function patchBody(
  form: PatchForm,
  server: Pick<ScimServer, 'extension' | 'attribute'>,
  value: boolean,
): { schemas: string[]; Operations: object[] } {
  const part = { [server.extension]: { [server.attribute]: value } };
  const operation =
    form === 'PATH' ? { op: 'replace', path: attributePath(server), value } : { op: form.toLowerCase(), value: part };
  return { schemas: [PATCH_OP], Operations: [operation] };
}
