import type { EnrollmentState } from '../enrollments/enrollment-state.js';
import { html, type Html } from './html.js';
import { BROKEN_LINK_ICON, DONE_ICON, HALT_ICON } from './page-icons.js';

/**
 * The panels of the page. Each replaces the page's content. OPEN has none, because the form is shown for an open link.
 */
export type PanelName = Exclude<EnrollmentState, 'OPEN'> | 'UNKNOWN' | 'UNSUPPORTED' | 'ALREADY_ENROLLED' | 'DONE';

interface PanelText {
  icon: Html;
  heading: string;
  lines: readonly string[];
}

const TEXTS: Readonly<Record<PanelName, PanelText>> = {
  DONE: {
    icon: DONE_ICON,
    heading: 'Your passkey is ready',
    lines: [
      'From now on, sign in with the same fingerprint, face, screen lock or security key. You can close this page.',
    ],
  },
  USED: {
    icon: BROKEN_LINK_ICON,
    heading: 'This link has already been used',
    lines: [
      'Each link works once, and a passkey was created with this one.',
      'To add another device, ask your administrator for a new link. If it was not you, contact them now.',
    ],
  },
  REPLACED: {
    icon: BROKEN_LINK_ICON,
    heading: 'There is a newer link for you',
    lines: ['A new link was made after this one. Open the most recent message you received.'],
  },
  CANCELLED: {
    icon: BROKEN_LINK_ICON,
    heading: 'This link was revoked',
    lines: ['Your administrator revoked it before it was used. If you still need a passkey, ask them for a new link.'],
  },
  EXPIRED: {
    icon: BROKEN_LINK_ICON,
    heading: 'This link has expired',
    lines: [
      'Links work for a limited time. If you signed in at Okta to get here, start again from that address. Otherwise ask your administrator for a new link.',
    ],
  },
  SUSPENDED: {
    icon: HALT_ICON,
    heading: 'This account is suspended',
    lines: ['A passkey cannot be created for it right now. Ask your administrator; the link may work again later.'],
  },
  UNKNOWN: {
    icon: BROKEN_LINK_ICON,
    heading: 'We do not recognize this link',
    lines: [
      'Part of it may be missing. Copy the whole link from your message, or ask your administrator for a new one.',
    ],
  },
  UNSUPPORTED: {
    icon: HALT_ICON,
    heading: 'This browser cannot create passkeys',
    lines: [
      'Open the link in a current Safari, Chrome, Edge or Firefox, outside any app that opened it for you. It has not been used up.',
    ],
  },
  ALREADY_ENROLLED: {
    icon: DONE_ICON,
    heading: 'This device already has your passkey',
    lines: [
      'You can sign in with it now; there is nothing more to do here.',
      'To add another device or a security key, open this link there. It has not been used up.',
    ],
  },
};

/** Panels that also show whether Okta has the registration. */
const WITH_REGISTRATION: ReadonlySet<PanelName> = new Set(['DONE', 'USED']);

export function panel(name: PanelName, { hidden }: { hidden: boolean }): Html {
  const { icon, heading, lines } = TEXTS[name];
  return html`<section data-panel="${name}" ${hiddenIf(hidden)}>
    ${icon}
    <h1 tabindex="-1">${heading}</h1>
    ${lines.map((line) => html`<p>${line}</p>`)} ${WITH_REGISTRATION.has(name) ? REGISTRATION : ''}
  </section>`;
}

const REGISTRATION = html`<p class="registration" data-registration role="status" hidden>
  <span data-when="WAITING" hidden><i class="dot waiting"></i>Updating Okta…</span>
  <span data-when="CONFIRMED" hidden><i class="dot good"></i>Okta knows. Your next sign-in asks for your passkey.</span>
  <span data-when="SLOW" hidden
    ><i class="dot waiting"></i>Okta has not confirmed yet. It can take some minutes, and goes on without this
    page.</span
  >
</p>`;

function hiddenIf(hidden: boolean): Html {
  return hidden ? html` hidden` : html``;
}
