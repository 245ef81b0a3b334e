import { InputValidationPipe } from '@rollcall/platform';
import fc from 'fast-check';
import { ConfigureRegistrationSyncInput } from './configure-registration-sync.input.js';

const validated = (input: object): Promise<ConfigureRegistrationSyncInput> =>
  new InputValidationPipe().transform(input, { type: 'body', metatype: ConfigureRegistrationSyncInput });
const refused = (field: string) => expect.objectContaining({ code: 'BAD_USER_INPUT', field });

describe('attribute', () => {
  it.each([
    ['byndidRegistered', 'byndidRegistered'],
    [' x_1 ', 'x_1'],
    ['A', 'A'],
    [' ', null],
  ])('accepts %j', async (input, attribute) => {
    expect(await validated({ attribute: input })).toEqual({ attribute });
  });

  it.each(['1x', 'a b', 'a.b', '__proto__', 'é', 'x'.repeat(101)])('refuses %j', async (attribute) => {
    await expect(validated({ attribute })).rejects.toEqual(refused('attribute'));
  });
});

describe('apiToken', () => {
  it('is accepted as pasted, with or without its scheme', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[A-Za-z0-9_-]{5,80}$/),
        fc.constantFrom('', 'SSWS ', 'ssws  ', ' '),
        async (token, before) => {
          expect(await validated({ apiToken: `${before}${token}\n` })).toEqual({ apiToken: token });
        },
      ),
    );
  });

  it.each(['', '   '])('counts as omitted when it is %j', async (apiToken) => {
    expect(await validated({ apiToken })).toEqual({ apiToken: null });
  });

  it.each(['two words', 'tab\tbed', 'naïve', 'x'.repeat(1001)])('refuses %j', async (apiToken) => {
    await expect(validated({ apiToken })).rejects.toEqual(refused('apiToken'));
  });
});
