import { scryptSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, sameSecret } from '@rollcall/platform';

/** The root administrator's token, and its fingerprint, which is stored with sessions and passkeys. */
@Injectable()
export class RootToken {
  private mark: Buffer | undefined;

  constructor(private readonly config: AppConfig) {}

  is(token: string): boolean {
    return sameSecret(token, this.config.adminToken);
  }

  /** 32 bytes. A slow hash, because a person may have chosen the token and the fingerprint is kept in the database. */
  get fingerprint(): Buffer {
    this.mark ??= scryptSync(this.config.adminToken, 'rollcall root token', 32);
    return this.mark;
  }
}
