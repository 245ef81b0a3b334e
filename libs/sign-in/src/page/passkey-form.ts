import { html, type Html, PASSKEY_ICON } from '@rollcall/passkeys';

interface PasskeyFormParts {
  /** Heading and introduction. */
  intro: Html;
  /** The user name that Okta sent. Rollcall does not check whether it exists. */
  account?: string | undefined;
  /** The button or link for a person without a passkey. */
  back?: Html;
}

/** Texts about errors after which the person can try again. */
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

/** The form with which sign-in.browser.js requests a passkey. */
export function passkeyForm({ intro, account, back }: PasskeyFormParts): Html {
  return html`<section data-panel="OPEN">
    ${PASSKEY_ICON} ${intro} ${account === undefined ? '' : named(account)} ${field(account)}
    <p class="notice" role="alert" data-notice></p>
    <button type="button" data-sign-in disabled>
      <span data-label="idle">Sign in</span>
      <span data-label="busy" hidden><i class="spinner"></i>Waiting for your device…</span>
      <span data-label="again" hidden>Try again</span>
    </button>
    ${back ?? ''}
    <p class="small">
      Passkey on another device? Select Sign in, then choose your phone or security key. Your fingerprint or face never
      leaves your device.
    </p>
    <noscript><p class="notice">This page needs JavaScript to talk to your device.</p></noscript>
    ${Object.entries(NOTICES).map(([name, text]) => html`<template data-words="${name}">${text}</template>`)}
  </section>`;
}

function named(account: string): Html {
  return html`<dl class="account">
    <dt>Account</dt>
    <dd>${account}</dd>
  </dl>`;
}

/**
 * Browsers offer passkeys in the menu of this field (WebAuthn Level 3 §5.1.4, conditional mediation). The field is
 * hidden in other browsers.
 */
function field(account: string | undefined): Html {
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
      value="${account ?? ''}"
    />
  </div>`;
}
