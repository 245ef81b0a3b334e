import { hkdfSync } from 'node:crypto';
import type { AppConfig } from '@rollcall/platform';

/** Keys that sign the cookies of a flow, one per encryption key, so that every replica knows them. The first one signs, all verify. */
export function cookieKeys({ encryptionKeys }: Pick<AppConfig, 'encryptionKeys'>): string[] {
  return encryptionKeys.map(({ key }) =>
    Buffer.from(hkdfSync('sha256', key, '', 'rollcall sign-in cookies', 32)).toString('base64url'),
  );
}
