import { html } from '@rollcall/passkeys';
import { pageDocument, type PageFiles } from './page-document.js';
import { passkeyForm } from './passkey-form.js';
import { type SignInPanel, signInPanel } from './sign-in-panels.js';

const OUTCOMES: readonly SignInPanel[] = [
  'UNKNOWN_PASSKEY',
  'PASSKEY_REVOKED',
  'IDENTITY_INACTIVE',
  'TOO_MANY_TRIES',
  'UNSUPPORTED',
  'COOKIES_BLOCKED',
  'DONE',
];

/**
 * The page /me before the sign-in. It names no organization, because the organization is known only after the passkey
 * was used.
 */
export function ownSignInPage(files: PageFiles): string {
  const form = passkeyForm({
    intro: html`<h1 tabindex="-1">Your passkeys</h1>
      <p>Sign in with one of them to see all of them, and to remove those that you no longer use.</p>`,
  });
  const panels = OUTCOMES.map((name) => signInPanel(name, { hidden: true, back: 'NONE' }));
  const content = html`${form} ${panels}`;
  return pageDocument({ title: 'Your passkeys', state: 'OPEN', script: 'sign-in.js', content }, files);
}
