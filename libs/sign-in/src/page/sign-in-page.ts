import { html, type Html } from '@rollcall/passkeys';
import { pageDocument, type PageFiles } from './page-document.js';
import { passkeyForm } from './passkey-form.js';
import { backTo, type SignInPanel, signInPanel } from './sign-in-panels.js';

/** OPEN: the page asks for a passkey. It is the same whether or not the person that Okta named exists. */
export type SignInPageView =
  | { state: 'OPEN'; organization: string; loginHint: string | undefined; backUrl: string | undefined }
  | { state: 'EXPIRED' | 'COOKIES_BLOCKED' | 'TOO_MANY_TRIES'; backUrl: string | undefined };

/** States that the open page may change to. */
const OUTCOMES: readonly SignInPanel[] = [
  'UNKNOWN_PASSKEY',
  'PASSKEY_REVOKED',
  'IDENTITY_INACTIVE',
  'ANOTHER_PERSON',
  'TOO_MANY_TRIES',
  'UNSUPPORTED',
  'EXPIRED',
  'COOKIES_BLOCKED',
  'DONE',
];

/** States in which the flow no longer exists, so that no response can be sent to the redirect URI. */
const OVER: ReadonlySet<SignInPanel> = new Set(['EXPIRED', 'COOKIES_BLOCKED']);

export function signInPage(view: SignInPageView, files: PageFiles): string {
  const title = view.state === 'OPEN' ? `Sign in · ${view.organization}` : 'Sign in';
  const content = view.state === 'OPEN' ? open(view) : closed(view);
  return pageDocument({ title, state: view.state, script: 'sign-in.js', content }, files);
}

function closed({ state, backUrl }: Exclude<SignInPageView, { state: 'OPEN' }>): Html {
  return signInPanel(state, { hidden: false, back: backUrl === undefined ? undefined : { href: backUrl } });
}

function open({ organization, loginHint, backUrl }: Extract<SignInPageView, { state: 'OPEN' }>): Html {
  const over = backUrl === undefined ? undefined : { href: backUrl };
  const panels = OUTCOMES.map((name) => signInPanel(name, { hidden: true, back: OVER.has(name) ? over : 'BUTTON' }));
  const form = passkeyForm({
    intro: html`<p class="organisation">${organization}</p>
      <h1 tabindex="-1">Sign in with your passkey</h1>
      <p>Use your fingerprint, face, screen lock, phone or security key.</p>`,
    account: loginHint,
    back: backTo('BUTTON', 'secondary'),
  });
  return html`${form} ${panels}`;
}
