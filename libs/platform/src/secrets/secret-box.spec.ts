import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { AppConfig } from '../config/app-config.js';
import { AesGcmSecretBox } from './secret-box.js';

const key = (id: string) => ({ id, key: randomBytes(32) });
const boxOf = (...encryptionKeys: { id: string; key: Buffer }[]) =>
  new AesGcmSecretBox({ encryptionKeys } as Partial<AppConfig> as AppConfig);

test('a value is decrypted with the same AAD, and with no other AAD', () => {
  const box = boxOf(key('a'));
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (secret, aad, otherAad) => {
      const sealed = box.seal(secret, aad);
      expect(box.open(sealed, aad)).toBe(secret);
      if (otherAad !== aad) expect(() => box.open(sealed, otherAad)).toThrow();
    }),
  );
});

test('an older key still decrypts after a newer key was added', () => {
  const [old, current] = [key('old'), key('new')];
  const sealed = boxOf(old).seal('secret', 'row');
  const box = boxOf(current, old);
  expect(box.open(sealed, 'row')).toBe('secret');
  expect(box.keyIdOf(sealed)).toBe('old');
  expect(box.keyIdOf(box.seal('secret', 'row'))).toBe('new');
  expect(() => boxOf(current).open(sealed, 'row')).toThrow('old');
});

test('a shortened authentication tag is refused, whatever its length', () => {
  const box = boxOf(key('a'));
  const [version, id, iv, ciphertext, tag = ''] = box.seal('secret', 'row').split('.');
  for (const bytes of [0, 4, 8, 12, 15]) {
    const short = Buffer.from(tag, 'base64url').subarray(0, bytes).toString('base64url');
    expect(() => box.open([version, id, iv, ciphertext, short].join('.'), 'row')).toThrow();
  }
});
