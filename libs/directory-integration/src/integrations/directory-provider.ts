import { registerEnumType } from '@nestjs/graphql';

export enum DirectoryProvider {
  OKTA = 'OKTA',
  GENERIC_SCIM = 'GENERIC_SCIM',
}

registerEnumType(DirectoryProvider, { name: 'DirectoryProvider', description: 'What pushes people and groups in.' });
