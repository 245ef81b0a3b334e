import { html, type Html, PASSKEY_ICON } from '@rollcall/passkeys';
import type { SignInAssetUrls } from './sign-in-assets.js';
import { backTo, type SignInPanel, signInPanel } from './sign-in-panels.js';

/** OPEN: the person is asked for a passkey. Nothing on the page depends on whether such a person exists. */
export type SignInPageView =
  | { state: 'OPEN'; organization: string; loginHint: string | undefined; backUrl: string | undefined }
  | { state: 'EXPIRED' | 'COOKIES_BLOCKED' | 'TOO_MANY_TRIES'; backUrl: string | undefined };

export interface PageFiles {
  urls: SignInAssetUrls;
  nonce: string;
}

/** Where the open page may end up. */
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

/** States in which the flow is over, so that nothing can be answered at the redirect URI. */
const OVER: ReadonlySet<SignInPanel> = new Set(['EXPIRED', 'COOKIES_BLOCKED']);

/** What went wrong without ending the visit. */
const NOTICES = {
  CANCELED:
    'No passkey was used: the prompt was closed, took too long, or found no passkey on this device. Try again, and choose your phone or security key if your passkey is there.',
  MISPLACED:
    'Passkeys do not work at this address. Ask your administrator to check the public address of this service.',
  OFFLINE: 'The server did not answer. Check your connection and try again.',
  CHALLENGE_EXPIRED: 'That took too long. Try again.',
  NOT_VERIFIED: 'Your device’s answer could not be verified. Try again, or use another passkey.',
  FAILED: 'Your device could not use the passkey. Try again, or choose your phone or security key.',
} as const;

export function signInPage(view: SignInPageView, { urls, nonce }: PageFiles): string {
  const title = view.state === 'OPEN' ? `Sign in · ${view.organization}` : 'Sign in';
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${urls['sign-in.css']}" />
        <script nonce="${nonce}" src="${urls['webauthn.js']}" defer></script>
        <script nonce="${nonce}" src="${urls['sign-in.js']}" type="module"></script>
      </head>
      <body>
        <main data-state="${view.state}">${view.state === 'OPEN' ? open(view) : closed(view)}</main>
      </body>
    </html>`.text;
}

function closed({ state, backUrl }: Exclude<SignInPageView, { state: 'OPEN' }>): Html {
  return signInPanel(state, { hidden: false, back: backUrl === undefined ? undefined : { href: backUrl } });
}

function open({ organization, loginHint, backUrl }: Extract<SignInPageView, { state: 'OPEN' }>): Html {
  const over = backUrl === undefined ? undefined : { href: backUrl };
  const panels = OUTCOMES.map((name) => signInPanel(name, { hidden: true, back: OVER.has(name) ? over : 'BUTTON' }));
  return html`<section data-panel="OPEN">
      ${PASSKEY_ICON}
      <p class="organisation">${organization}</p>
      <h1 tabindex="-1">Sign in with your passkey</h1>
      <p>Use your fingerprint, face, screen lock, phone or security key.</p>
      ${loginHint === undefined ? '' : account(loginHint)} ${field(loginHint)}
      <p class="notice" role="alert" data-notice></p>
      <button type="button" data-sign-in disabled>
        <span data-label="idle">Sign in</span>
        <span data-label="busy" hidden><i class="spinner"></i>Waiting for your device…</span>
        <span data-label="again" hidden>Try again</span>
      </button>
      ${backTo('BUTTON', 'secondary')}
      <p class="small">
        Passkey on another device? Select Sign in, then choose your phone or security key. Your fingerprint or face
        never leaves your device.
      </p>
      <noscript><p class="notice">This page needs JavaScript to talk to your device.</p></noscript>
      ${Object.entries(NOTICES).map(([name, text]) => html`<template data-words="${name}">${text}</template>`)}
    </section>
    ${panels}`;
}

/** The name as Okta sent it: it is not looked up. */
function account(loginHint: string): Html {
  return html`<dl class="account">
    <dt>Account</dt>
    <dd>${loginHint}</dd>
  </dl>`;
}

/** Browsers offer passkeys in the menu of this field (WebAuthn Level 3 §5.1.4, conditional mediation); hidden where they do not. */
function field(loginHint: string | undefined): Html {
  return html`<div class="field" data-autofill hidden>
    <label for="account">Passkeys in this browser</label>
    <input
      id="account"
      name="username"
      type="text"
      autocomplete="username webauthn"
      autocapitalize="none"
      spellcheck="false"
      placeholder="Select to see your passkeys"
      value="${loginHint ?? ''}"
    />
  </div>`;
}
