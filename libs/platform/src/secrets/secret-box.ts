import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';

/**
 * Encrypts secrets that must be read again later, such as an Okta token. The additional authenticated data (AAD) binds an encrypted value
 * to its row, so that it cannot be decrypted in another row.
 */
export abstract class SecretBox {
  abstract readonly primaryKeyId: string;
  abstract seal(plaintext: string, aad: string): string;
  /** @throws DomainError UNAVAILABLE when the key is unknown; Error when the value or the AAD was changed */
  abstract open(sealed: string, aad: string): string;
  abstract keyIdOf(sealed: string): string;
}

const CIPHER = 'aes-256-gcm';
/**
 * The length of the authentication tag. Without it, Node would accept a tag of four bytes, which can be guessed (NIST SP 800-38D §5.2.1.2).
 */
const GCM = { authTagLength: 16 };

/** AES-256-GCM with key ids. The first key encrypts; every key decrypts. Format: `v1.keyId.iv.ciphertext.tag`, each part in base64url. */
@Injectable()
export class AesGcmSecretBox extends SecretBox {
  readonly primaryKeyId: string;
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor(config: AppConfig) {
    super();
    this.keys = new Map(config.encryptionKeys.map(({ id, key }) => [id, key]));
    this.primaryKeyId = config.encryptionKeys[0]!.id;
  }

  seal(plaintext: string, aad: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv(CIPHER, this.key(this.primaryKeyId), iv, GCM).setAAD(Buffer.from(aad));
    const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    const parts = [iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'));
    return ['v1', this.primaryKeyId, ...parts].join('.');
  }

  open(sealed: string, aad: string): string {
    const [version, keyId, iv, ciphertext, tag] = sealed.split('.');
    if (version !== 'v1' || !keyId || iv === undefined || ciphertext === undefined || tag === undefined) {
      throw new Error('Not a sealed value.');
    }
    const decipher = createDecipheriv(CIPHER, this.key(keyId), Buffer.from(iv, 'base64url'), GCM)
      .setAAD(Buffer.from(aad))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return decipher.update(Buffer.from(ciphertext, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
  }

  keyIdOf(sealed: string): string {
    return sealed.split('.')[1] ?? '';
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) {
      throw DomainError.unavailable(
        `A stored secret is sealed with encryption key ${id}, which is not among ENCRYPTION_KEYS: put the key back, or enter the secret again.`,
      );
    }
    return key;
  }
}
