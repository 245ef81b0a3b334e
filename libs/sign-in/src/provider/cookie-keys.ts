import { hkdfSync } from 'node:crypto';
import type { AppConfig } from '@rollcall/platform';

/**
 * Keys that sign the cookies of an integration's flows, one per encryption key, so that every replica knows them. The first one signs,
 * all verify. A cookie of one integration is good at no other.
 */
export function cookieKeys({ encryptionKeys }: Pick<AppConfig, 'encryptionKeys'>, integrationId: string): string[] {
  return encryptionKeys.map(({ key }) =>
    Buffer.from(hkdfSync('sha256', key, '', `rollcall sign-in cookies ${integrationId}`, 32)).toString('base64url'),
  );
}
