/** The current data of an identity, as far as the write-back needs it. */
export interface IdentityFacts {
  id: string;
  active: boolean;
  active_passkeys: number;
  user_name: string;
  external_id: string | null;
}
