import { type DescribedPasskey, DONE_ICON, html, type Html } from '@rollcall/passkeys';
import { pageDocument, type PageFiles } from './page-document.js';

export interface OwnPageView {
  organization: string;
  userName: string;
  displayName: string | null;
  passkeys: readonly DescribedPasskey[];
  /** Id of the passkey with which the person signed in. */
  usedNow: string;
  /** Where the person can create another passkey without a link; undefined if self-enrollment is not available. */
  enrollUrl: string | undefined;
}

/** Texts that the page shows above the list of passkeys after an action. */
const NOTICES = {
  REMOVED: 'The passkey was removed.',
  CHANGED: 'Your passkeys have changed since this page was opened. Check the list, then try again.',
  OFFLINE: 'The server did not answer. Check your connection and try again.',
  RATE_LIMITED: 'Too many tries. Wait a minute, then try again.',
  FAILED: 'The passkey could not be removed. Try again, or ask your administrator.',
} as const;

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** The page /me after the sign-in. It lists the passkeys of one person. */
export function ownPage(view: OwnPageView, files: PageFiles): string {
  const { organization, userName, displayName, passkeys } = view;
  const content = html`<section data-panel="PASSKEYS">
      <p class="organisation">${organization}</p>
      <h1 tabindex="-1">Your passkeys</h1>
      <dl class="account">
        <dt>Account</dt>
        <dd>${displayName ?? userName}</dd>
        ${displayName === null || displayName === userName ? '' : html`<dd class="user-name">${userName}</dd>`}
      </dl>
      <p class="notice" role="status" data-notice></p>
      <ul class="passkeys">
        ${passkeys.map((passkey) => item(passkey, view))}
      </ul>
      <button type="button" class="secondary" data-sign-out>Sign out</button>
      <p class="small">
        You do not recognize a passkey? Remove it, and tell your administrator.
        ${
          view.enrollUrl === undefined
            ? 'To add a passkey, ask them for a link.'
            : html`<a href="${view.enrollUrl}">Add a passkey</a> on this or another device after a sign-in at Okta.`
        }
      </p>
      <noscript><p class="notice">Removing a passkey and signing out need JavaScript.</p></noscript>
      ${Object.entries(NOTICES).map(([name, text]) => html`<template data-words="${name}">${text}</template>`)}
    </section>
    ${passkeys.map((passkey) => confirmation(passkey, view))} ${PANELS}`;
  return pageDocument({ title: `Your passkeys · ${organization}`, state: 'PASSKEYS', script: 'me.js', content }, files);
}

function item(passkey: DescribedPasskey, { usedNow }: OwnPageView): Html {
  const { id, browser, created_at, last_used_at } = passkey;
  return html`<li>
    <div>
      <h2>${nameOf(passkey)}</h2>
      ${id === usedNow ? html`<p class="badge">You signed in with it</p>` : ''}
      <p>${keptWhere(passkey)}</p>
      <p>Created ${day(created_at)}${browser === null ? '' : ` in ${browser}`}</p>
      <p>${last_used_at === null ? 'Not used yet' : html`Last used ${day(last_used_at)}`}</p>
    </div>
    <button type="button" class="secondary" data-remove="${id}" aria-label="Remove ${nameOf(passkey)}" disabled>
      Remove
    </button>
  </li>`;
}

function keptWhere({ source, synced }: DescribedPasskey): string {
  if (source === 'EXTERNAL') return 'Managed by another service';
  if (synced === null) return 'Not known yet if it is synced';
  return synced ? 'Synced to your other devices' : 'On one device only';
}

/** The consequences of removing a passkey, shown for confirmation. */
function confirmation(passkey: DescribedPasskey, { passkeys, usedNow }: OwnPageView): Html {
  const { id } = passkey;
  const others = passkeys.length - 1;
  return html`<dialog data-confirm="${id}" data-last="${String(others === 0)}" aria-labelledby="remove-${id}">
    <h2 id="remove-${id}">Remove ${nameOf(passkey)}?</h2>
    ${
      others === 0
        ? html`<p>
            It is your last passkey. Without one, Okta asks for your password again, until you create a new passkey with
            a link from your administrator.
          </p>`
        : html`<p>
            You can no longer sign in with it. You keep
            ${others === 1 ? 'one other passkey' : `${others} other passkeys`}.
          </p>`
    }
    ${id === usedNow && others > 0 ? html`<p>You signed in with it, so you are signed out here.</p>` : ''}
    <p>This cannot be undone.</p>
    <div class="actions">
      <button type="button" class="danger" data-confirmed="${id}">
        <span data-label="idle">Remove passkey</span>
        <span data-label="busy" hidden><i class="spinner"></i>Removing…</span>
      </button>
      <button type="button" class="secondary" data-keep autofocus>Keep it</button>
    </div>
  </dialog>`;
}

/** A date in UTC. The page's script converts it to the person's time zone. */
function day(time: Date): Html {
  return html`<time datetime="${time.toISOString()}">${DAY.format(time)}</time>`;
}

function nameOf({ device_name }: DescribedPasskey): string {
  return device_name ?? 'Passkey';
}

interface EndedVisit {
  icon: Html;
  heading: string;
  lines: readonly string[];
  /** True if the person has another passkey with which they can sign in again. */
  again: boolean;
}

function ended(name: string, { icon, heading, lines, again }: EndedVisit): Html {
  return html`<section data-panel="${name}" hidden>
    ${icon}
    <h1 tabindex="-1">${heading}</h1>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${again ? html`<div class="actions"><a class="secondary" href="?">Sign in again</a></div>` : ''}
  </section>`;
}

const PANELS = [
  ended('REMOVED_OWN', {
    icon: DONE_ICON,
    heading: 'The passkey was removed',
    lines: ['You had signed in with it, so you are signed out here. Your other passkeys still work.'],
    again: true,
  }),
  ended('REMOVED_LAST', {
    icon: DONE_ICON,
    heading: 'Your last passkey was removed',
    lines: [
      'From now on, sign in to Okta with your password. Okta can take a minute to notice.',
      'For a new passkey, ask your administrator for a link.',
    ],
    again: false,
  }),
  ended('SIGNED_OUT', {
    icon: DONE_ICON,
    heading: 'You are signed out',
    lines: ['You selected Sign out, 15 minutes have passed, or your administrator ended your access.'],
    again: true,
  }),
];
