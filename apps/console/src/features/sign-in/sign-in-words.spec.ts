import { reasonInWords, successShare } from './sign-in-words';

describe('the reason of a sign-in', () => {
  it('is a sentence when the console knows it', () => {
    expect(reasonInWords('PASSKEY_REVOKED')).toBe('The passkey was revoked.');
  });

  it('is shown unchanged when a newer server sends a reason that the console does not know', () => {
    expect(reasonInWords('SOMETHING_NEW')).toBe('SOMETHING_NEW');
  });

  it('is omitted when the sign-in has no reason', () => {
    expect(reasonInWords(null)).toBeUndefined();
  });
});

describe('the success share', () => {
  it('counts refused sign-ins and leaves out unfinished ones', () => {
    expect(successShare({ succeeded: 3, refused: 1 })).toBe(0.75);
  });

  it('is undefined when no sign-in ended', () => {
    expect(successShare({ succeeded: 0, refused: 0 })).toBeUndefined();
  });
});
