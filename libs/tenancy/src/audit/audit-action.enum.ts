import { registerEnumType } from '@nestjs/graphql';
import { AUDIT_ACTIONS, type AuditAction } from '@rollcall/platform';

const nameOf = (action: AuditAction): string => action.replaceAll(/[.-]/g, '_').toUpperCase();

/** `PASSKEY_REVOKED` of `passkey.revoked`. */
export const AuditActionEnum = Object.fromEntries(AUDIT_ACTIONS.map((action) => [nameOf(action), action]));

registerEnumType(AuditActionEnum, { name: 'AuditAction' });
