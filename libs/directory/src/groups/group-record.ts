import { isoTime } from '../identities/identity-record.js';

/** A group as an integration's client sent it, without its members (possibly a hundred thousand). */
export interface GroupRecord {
  id: string;
  integrationId: string;
  /** Its nameKey is unique per integration. */
  displayName: string;
  externalId: string | null;
  /** Text of a JSON object: attributes of extensions. */
  profile: string;
  /** Grows with every change of the attributes or the members. */
  version: string;
  /** ISO 8601, UTC, milliseconds. */
  createdAt: string;
  updatedAt: string;
}

export interface GroupDraft {
  displayName: string;
  externalId: string | null;
  profile: Readonly<Record<string, unknown>>;
}

/** A member as seen from its group. */
export interface MemberRecord {
  id: string;
  userName: string;
  displayName: string | null;
}

/** Select list for a {@link GroupRecord}; `alias` is the alias of `groups`. */
export function groupColumns(alias: string): string {
  return `${alias}.id, ${alias}.integration_id as "integrationId", ${alias}.display_name as "displayName",
    ${alias}.external_id as "externalId", ${alias}.profile::text as profile, ${alias}.version,
    ${isoTime(`${alias}.created_at`)} as "createdAt", ${isoTime(`${alias}.updated_at`)} as "updatedAt"`;
}
