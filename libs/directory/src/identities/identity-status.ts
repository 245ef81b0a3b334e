import { registerEnumType } from '@nestjs/graphql';

/** Whether a person may use what the directory opens. Clients say it with `active`. */
export enum IdentityStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
}

registerEnumType(IdentityStatus, {
  name: 'IdentityStatus',
  description: 'SUSPENDED: deactivated by the identity provider.',
});
