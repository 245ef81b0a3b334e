import { registerEnumType } from '@nestjs/graphql';

/** Whether a person is active in the directory (SCIM `active`). */
export enum IdentityStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
}

registerEnumType(IdentityStatus, {
  name: 'IdentityStatus',
  description: 'SUSPENDED: deactivated by the identity provider.',
});
