/** Current data of an identity that the write-back needs. */
export interface IdentityFacts {
  id: string;
  active: boolean;
  active_passkeys: number;
  user_name: string;
  external_id: string | null;
}
