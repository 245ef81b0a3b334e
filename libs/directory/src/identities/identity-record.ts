/** A person as an integration's client sent it. */
export interface IdentityRecord {
  id: string;
  integrationId: string;
  /** Its nameKey is unique per integration. */
  userName: string;
  /** The client's own id of the person; from Okta, its user id (`00u…`). */
  externalId: string | null;
  displayName: string | null;
  email: string | null;
  active: boolean;
  /** Text of a JSON object with every other attribute, as sent. Text, so that a read can return it unparsed. */
  profile: string;
  activePasskeys: number;
  /** Expiry of the newest open invitation to bind a passkey. */
  invitedUntil: Date | null;
  /** Grows by one with every change of the attributes. */
  version: string;
  /** ISO 8601, UTC, milliseconds. */
  createdAt: string;
  updatedAt: string;
}

/** The fields of a person that a client sets. */
export interface IdentityDraft {
  userName: string;
  externalId: string | null;
  displayName: string | null;
  email: string | null;
  active: boolean;
  profile: Readonly<Record<string, unknown>>;
}

/** SQL of a timestamptz as ISO 8601 in UTC: cheaper to format in PostgreSQL than to parse in the driver. */
export function isoTime(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Select list for an {@link IdentityRecord}; `alias` is the alias of `identities`. */
export function identityColumns(alias: string): string {
  return `${alias}.id, ${alias}.integration_id as "integrationId", ${alias}.user_name as "userName", ${alias}.external_id as "externalId",
    ${alias}.display_name as "displayName", ${alias}.email, ${alias}.active, ${alias}.profile::text as profile,
    ${alias}.active_passkeys as "activePasskeys", ${alias}.invited_until as "invitedUntil", ${alias}.version,
    ${isoTime(`${alias}.created_at`)} as "createdAt", ${isoTime(`${alias}.updated_at`)} as "updatedAt"`;
}
