/** User handle of an administrator's passkey: tenant and admin token, 16 bytes each. */
export interface AdminHandle {
  tenantId: string;
  /** Null for the root administrator. */
  adminTokenId: string | null;
}

const ROOT = '00000000-0000-0000-0000-000000000000';

/** 32 opaque bytes: twice as long as a person's handle, to distinguish their passkeys. */
export function adminHandle({ tenantId, adminTokenId }: AdminHandle): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from((tenantId + (adminTokenId ?? ROOT)).replaceAll('-', ''), 'hex'));
}

/** @param handle base64url. @returns undefined for a handle that is not an administrator's */
export function readAdminHandle(handle: string): AdminHandle | undefined {
  const hex = Buffer.from(handle, 'base64url').toString('hex');
  if (hex.length !== 64) return undefined;
  const [tenantId, adminTokenId] = [uuidOf(hex.slice(0, 32)), uuidOf(hex.slice(32))];
  return { tenantId, adminTokenId: adminTokenId === ROOT ? null : adminTokenId };
}

function uuidOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
