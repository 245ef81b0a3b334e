import { DONE_ICON, HALT_ICON, html, type Html } from '@rollcall/passkeys';

/** States of the page. Each has a panel that replaces the page's content and offers a next step. */
export type SignInPanel =
  | 'UNKNOWN_PASSKEY'
  | 'PASSKEY_REVOKED'
  | 'IDENTITY_INACTIVE'
  | 'ANOTHER_PERSON'
  | 'TOO_MANY_TRIES'
  | 'UNSUPPORTED'
  | 'EXPIRED'
  | 'COOKIES_BLOCKED'
  | 'DONE';

interface PanelText {
  icon: Html;
  heading: string;
  lines: readonly string[];
  /** Whether the person may try another passkey in the same sign-in. */
  again: boolean;
}

const TEXTS: Readonly<Record<SignInPanel, PanelText>> = {
  UNKNOWN_PASSKEY: {
    icon: HALT_ICON,
    heading: 'This passkey is not known here',
    lines: [
      'It was deleted, or it belongs to another organization. If it was deleted, your device was asked to stop offering it.',
      'Try another passkey, or go back and sign in another way.',
    ],
    again: true,
  },
  PASSKEY_REVOKED: {
    icon: HALT_ICON,
    heading: 'This passkey was revoked',
    lines: [
      'You or your administrator removed it. Your device was asked to stop offering it.',
      'Try another passkey, or go back and sign in another way.',
    ],
    again: true,
  },
  IDENTITY_INACTIVE: {
    icon: HALT_ICON,
    heading: 'This account is deactivated',
    lines: ['You cannot sign in with it at the moment. Ask your administrator to activate it again.'],
    again: false,
  },
  ANOTHER_PERSON: {
    icon: HALT_ICON,
    heading: 'This passkey belongs to another account',
    lines: [
      'Choose the passkey of the account you started to sign in with, or go back and start with the other account.',
    ],
    again: true,
  },
  TOO_MANY_TRIES: {
    icon: HALT_ICON,
    heading: 'Too many tries',
    lines: ['Wait a minute, then try again. You can also go back and sign in another way.'],
    again: true,
  },
  UNSUPPORTED: {
    icon: HALT_ICON,
    heading: 'This browser cannot use passkeys',
    lines: ['Open the application in a current Safari, Chrome, Edge or Firefox, or go back and sign in another way.'],
    again: false,
  },
  EXPIRED: {
    icon: HALT_ICON,
    heading: 'This sign-in has ended',
    lines: ['It took too long, or it was finished already. Open the application again to start over.'],
    again: false,
  },
  COOKIES_BLOCKED: {
    icon: HALT_ICON,
    heading: 'This browser sent no cookie',
    lines: [
      'Sign-in needs a cookie of this site. Allow cookies for it and leave private mode, then start over.',
      'If you opened this address in another browser, continue in the one where you started.',
    ],
    again: false,
  },
  DONE: {
    icon: DONE_ICON,
    heading: 'You are signed in',
    lines: ['Taking you back to Okta…'],
    again: false,
  },
};

/** Texts for the page /me, which has no link back to Okta. */
const OWN_PAGE_LINES: Partial<Record<SignInPanel, readonly string[]>> = {
  UNKNOWN_PASSKEY: [
    'It was deleted, or it belongs to another service. If it was deleted, your device was asked to stop offering it.',
    'Try another passkey. If you have none, ask your administrator for a link to create one.',
  ],
  PASSKEY_REVOKED: [
    'You or your administrator removed it. Your device was asked to stop offering it.',
    'Try another passkey. If you have none, ask your administrator for a link to create one.',
  ],
  TOO_MANY_TRIES: ['Wait a minute, then try again.'],
  UNSUPPORTED: ['Open this page in a current Safari, Chrome, Edge or Firefox.'],
  COOKIES_BLOCKED: ['Signing in here needs a cookie of this site. Allow cookies for it, then open this page again.'],
  DONE: ['Opening your passkeys…'],
};

export interface PanelOptions {
  hidden: boolean;
  /** The way back to Okta: a button while the flow exists, or else a link to this URL. /me has none (NONE). */
  back: 'BUTTON' | { href: string } | 'NONE' | undefined;
}

export function signInPanel(name: SignInPanel, { hidden, back }: PanelOptions): Html {
  const { icon, heading, again, ...text } = TEXTS[name];
  const lines = (back === 'NONE' ? OWN_PAGE_LINES[name] : undefined) ?? text.lines;
  const tryAgain = again && (back === 'BUTTON' || back === 'NONE');
  return html`<section data-panel="${name}" ${hidden ? html`hidden` : ''}>
    ${icon}
    <h1 tabindex="-1">${heading}</h1>
    ${lines.map((line) => html`<p>${line}</p>`)}
    <div class="actions">
      ${tryAgain ? html`<button type="button" data-again>${name === 'TOO_MANY_TRIES' ? 'Try again' : 'Try another passkey'}</button>` : ''}
      ${name === 'DONE' || back === undefined || back === 'NONE' ? '' : backTo(back, again ? 'secondary' : 'primary')}
    </div>
  </section>`;
}

/** @param rank `primary` if the panel has no other action */
export function backTo(back: 'BUTTON' | { href: string }, rank: 'primary' | 'secondary'): Html {
  if (back === 'BUTTON') return html`<button type="button" class="${rank}" data-back>Back to Okta</button>`;
  return html`<a class="${rank}" href="${back.href}">Go to Okta</a>`;
}
