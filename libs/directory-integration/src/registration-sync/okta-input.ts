import { IsSetting } from '@rollcall/platform';

/** Default variable name of the attribute in Okta; the setup guide uses the same name. */
export const DEFAULT_ATTRIBUTE = 'byndidRegistered';

/** A variable name that Okta allows. */
export const IsOktaAttribute = () =>
  IsSetting(
    /^[A-Za-z][A-Za-z0-9_]{0,99}$/,
    'An attribute is a variable name of Okta: a letter, then letters, digits or underscores.',
  );

/** An Okta API token, with or without its `SSWS` scheme. */
export const IsOktaApiToken = () =>
  IsSetting(
    /^[\x21-\x7e]{1,1000}$/,
    'An Okta API token is one word without spaces, as shown when it was created.',
    (text) => text.trim().replace(/^SSWS\s+/i, ''),
  );
