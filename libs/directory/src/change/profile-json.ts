import { DomainError } from '@rollcall/platform';

/** Maximum bytes of a resource's attributes without a column. */
export const MAX_PROFILE_BYTES = 256 * 1024;

/** The profile as it is stored. @throws DomainError BAD_USER_INPUT when it is larger than {@link MAX_PROFILE_BYTES} */
export function profileJson(profile: object): string {
  const json = JSON.stringify(profile);
  if (json.length > MAX_PROFILE_BYTES / 3 && Buffer.byteLength(json) > MAX_PROFILE_BYTES) {
    throw DomainError.badInput(`The attributes of one resource have at most ${MAX_PROFILE_BYTES / 1024} KiB together.`);
  }
  return json;
}
