import { scryptSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, sameSecret } from '@rollcall/platform';

/** The root administrator's token, and the mark by which sessions and passkeys tell under which one they began. */
@Injectable()
export class RootToken {
  private mark: Buffer | undefined;

  constructor(private readonly config: AppConfig) {}

  is(token: string): boolean {
    return sameSecret(token, this.config.adminToken);
  }

  /** 32 bytes. A slow hash, for a person may have chosen the token, and the mark is kept in the database. */
  get fingerprint(): Buffer {
    this.mark ??= scryptSync(this.config.adminToken, 'rollcall root token', 32);
    return this.mark;
  }
}
