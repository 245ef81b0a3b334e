import { withoutBearer } from '@rollcall/platform';

/** The token of an Authorization header as SCIM clients send it; undefined for any scheme other than `Bearer` or none. */
export function scimTokenOf(authorization: string | undefined): string | undefined {
  return /^[^\s,]+$/.exec(withoutBearer(authorization ?? ''))?.[0];
}
