import { html, type Html } from './html.js';
import { PASSKEY_ICON } from './page-icons.js';
import { panel, type PanelName } from './page-panels.js';

/** The person who enrolls, and the organization. */
export interface Enrollee {
  organisation: string;
  displayName: string | null;
  userName: string;
}

/** The page contains the owner's name only while the link is open. */
export type EnrollmentPageView = { state: 'OPEN'; enrollee: Enrollee } | { state: PanelName };

/** The URL path of each file. It contains a hash of the file's content. */
export type AssetUrls = Readonly<Record<'enroll.css' | 'enroll.js' | 'webauthn.js', string>>;

/** Panels that the page may show after the person has pressed the button. */
const OUTCOMES: readonly PanelName[] = [
  'DONE',
  'ALREADY_ENROLLED',
  'UNSUPPORTED',
  'USED',
  'REPLACED',
  'CANCELLED',
  'EXPIRED',
  'SUSPENDED',
  'UNKNOWN',
];

/** Texts for errors after which the person can try again. */
const NOTICES = {
  CANCELLED: 'No passkey was created: the prompt was closed or ran out of time. You can try again.',
  UNSUITABLE: 'That device has no screen lock, PIN or fingerprint set up. Set one up, or use another device.',
  MISPLACED:
    'Passkeys cannot be created at this address. Ask your administrator: the page opens at its public https address only.',
  OFFLINE: 'The server could not be reached. Check your connection and try again.',
  FAILED: 'Your device could not create the passkey. Try again, or open this link on another device.',
} as const;

export function enrollmentPage(view: EnrollmentPageView, assets: AssetUrls): string {
  const content =
    view.state === 'OPEN'
      ? html`${form(view.enrollee)}${OUTCOMES.map((name) => panel(name, { hidden: true }))}`
      : html`${panel(view.state, { hidden: false })}${
          // The script shows this panel if the person used the link but the server's answer was lost.
          view.state === 'USED' ? panel('DONE', { hidden: true }) : ''
        }`;
  const organisation = view.state === 'OPEN' ? view.enrollee.organisation : undefined;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${organisation === undefined ? 'Passkey' : `Create your passkey · ${organisation}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${assets['enroll.css']}" />
        <script src="${assets['webauthn.js']}" defer></script>
        <script src="${assets['enroll.js']}" type="module"></script>
      </head>
      <body>
        <main data-state="${view.state}">${content}</main>
      </body>
    </html>`.text;
}

function form({ organisation, displayName, userName }: Enrollee): Html {
  return html`<section data-panel="OPEN">
    ${PASSKEY_ICON}
    <p class="organisation">${organisation}</p>
    <h1 tabindex="-1">Create your passkey</h1>
    <p>Sign in with your fingerprint, face or screen lock instead of a password.</p>
    <dl class="account">
      <dt>Account</dt>
      <dd>${displayName ?? userName}</dd>
      ${displayName === null || displayName === userName ? '' : html`<dd class="user-name">${userName}</dd>`}
    </dl>
    <p class="notice" role="alert" data-notice></p>
    <button type="button" data-create disabled>
      <span data-label="idle">Create passkey</span>
      <span data-label="busy" hidden><i class="spinner"></i>Waiting for your device…</span>
      <span data-label="again" hidden>Try again</span>
    </button>
    <p class="small">
      Your fingerprint or face never leaves your device. A security key works too. Not you? Close this page and contact
      your administrator.
    </p>
    <noscript><p class="notice">This page needs JavaScript to talk to your device.</p></noscript>
    ${Object.entries(NOTICES).map(([name, text]) => html`<template data-words="${name}">${text}</template>`)}
  </section>`;
}
