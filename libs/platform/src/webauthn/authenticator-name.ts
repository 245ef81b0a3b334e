import { platformOf } from '../http/user-agent.js';

/** What a registration response reveals about where the passkey is stored. */
export interface AuthenticatorTraits {
  aaguid: string;
  transports: readonly string[];
  userAgent: string | undefined;
}

/** The most common providers. The full list is github.com/passkeydeveloper/passkey-authenticator-aaguids. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['fbfc3007-154e-4ecc-8c0b-6e020557d7bd', 'iCloud Keychain'],
  ['dd4ec289-e01d-41c9-bb89-70fa845d4bf2', 'iCloud Keychain'],
  ['ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', 'Google Password Manager'],
  ['adce0002-35bc-c60a-648b-0b25f1f05503', 'Chrome'],
  ['b5397666-4885-aa6b-cebf-e52262a439a2', 'Chromium'],
  ['08987058-cadc-4b81-b6e1-30de50dcbe96', 'Windows Hello'],
  ['9ddd1817-af5a-4672-a2b9-3e3dd95000a9', 'Windows Hello'],
  ['6028b017-b1d4-4c02-b4b3-afcdafc96bb2', 'Windows Hello'],
  ['53414d53-554e-4700-0000-000000000000', 'Samsung Pass'],
  ['bada5566-a7aa-401f-bd96-45619a55120d', '1Password'],
  ['d548826e-79b4-db40-a3d8-11116f7e8349', 'Bitwarden'],
  ['531126d6-e717-415c-9320-3d9aa6981239', 'Dashlane'],
  ['50726f74-6f6e-5061-7373-50726f746f6e', 'Proton Pass'],
  ['0ea242b4-43c4-4a1b-8b17-dd6d0b6baec6', 'Keeper'],
  ['b84e4048-15dc-4dd0-8640-f4f60813c8af', 'NordPass'],
]);

/** A name by which a user and an administrator recognize the passkey, for example `iCloud Keychain on iPhone`. */
export function authenticatorName({ aaguid, transports, userAgent }: AuthenticatorTraits): string {
  const platform = platformOf(userAgent);
  const provider = PROVIDERS.get(aaguid.toLowerCase());
  if (provider) return platform && !provider.includes(platform) ? `${provider} on ${platform}` : provider;
  const roaming = transports.length > 0 && !transports.includes('internal');
  if (roaming) return transports.includes('hybrid') ? 'Phone or tablet' : 'Security key';
  return platform ? `Passkey on ${platform}` : 'Passkey';
}
