import { registerEnumType } from '@nestjs/graphql';
import { DomainError } from '@rollcall/platform';

export enum DirectoryProvider {
  OKTA = 'OKTA',
  GENERIC_SCIM = 'GENERIC_SCIM',
}

registerEnumType(DirectoryProvider, { name: 'DirectoryProvider', description: 'What pushes people and groups in.' });

const HOW_TO_CONFIGURE: Record<DirectoryProvider, string> = {
  [DirectoryProvider.OKTA]: 'This is an Okta integration: it is set up with configureRegistrationSync.',
  [DirectoryProvider.GENERIC_SCIM]:
    'This is a Generic SCIM integration: it is set up with configureScimRegistration, which takes the address of the SCIM server.',
};

/** @throws BAD_USER_INPUT if `provider` is not `expected`; the message states which operation to use instead */
export function requireProvider(provider: DirectoryProvider, expected: DirectoryProvider): void {
  if (provider !== expected) throw DomainError.badInput(HOW_TO_CONFIGURE[provider], 'integrationId');
}
