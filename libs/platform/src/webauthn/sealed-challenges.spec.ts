import { FakeClock } from '../clock/clock.js';
import { AppConfig } from '../config/app-config.js';
import { AesGcmSecretBox } from '../secrets/secret-box.js';
import { CEREMONY_TIME } from './passkey-ceremonies.js';
import { SealedChallenges } from './sealed-challenges.js';

const clock = new FakeClock();
const boxOf = (byte: number) => {
  const values: Partial<AppConfig> = { encryptionKeys: [{ id: 'k', key: Buffer.alloc(32, byte) }] };
  return new AesGcmSecretBox(new AppConfig(values as AppConfig));
};
const challenges = new SealedChallenges(boxOf(1), clock);
const answered = (challenge: string) => Buffer.from(challenge).toString('base64url');

test('a challenge is accepted for its purpose until it expires', () => {
  const challenge = answered(challenges.make('sign in'));
  expect(challenges.open(challenge, 'sign in')?.hash).toHaveLength(32);
  expect(challenges.open(challenge, 'add')).toBeUndefined();
  clock.advance(CEREMONY_TIME - 1);
  expect(challenges.open(challenge, 'sign in')).toBeDefined();
  clock.advance(1);
  expect(challenges.open(challenge, 'sign in')).toBeUndefined();
});

test('challenges are unique, and a challenge that another key sealed is refused', () => {
  expect(challenges.make('sign in')).not.toBe(challenges.make('sign in'));
  const foreign = new SealedChallenges(boxOf(2), clock).make('sign in');
  for (const challenge of [answered(foreign), foreign, '', 'AAAA']) {
    expect(challenges.open(challenge, 'sign in')).toBeUndefined();
  }
});
