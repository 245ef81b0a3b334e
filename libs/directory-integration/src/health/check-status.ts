import { registerEnumType } from '@nestjs/graphql';

export enum CheckStatus {
  OK = 'OK',
  WARN = 'WARN',
  FAIL = 'FAIL',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(CheckStatus, { name: 'CheckStatus', description: 'UNKNOWN: could not be found out.' });
