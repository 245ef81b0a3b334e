import { html } from './html.js';

/** The passkey icon: a person and a key. */
export const PASSKEY_ICON = html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
  <circle cx="16" cy="13" r="8" />
  <path d="M3 41v-3c0-6.5 5.5-11 13-11 2.8 0 5.3.6 7.4 1.8" />
  <circle cx="35" cy="21" r="7.5" />
  <path d="M35 28.500V45M35 37h6M35 43h4.5" />
</svg>`;

export const DONE_ICON = html`<svg class="mark good" viewBox="0 0 48 48" aria-hidden="true">
  <circle cx="24" cy="24" r="19" />
  <path d="m15.5 24.5 6 6 11-12.5" />
</svg>`;

export const BROKEN_LINK_ICON = html`<svg class="mark quiet" viewBox="0 0 48 48" aria-hidden="true">
  <path d="M20 28l8-8M21.5 15.500l4-4a7.8 7.8 0 0 1 11 11l-4 4M26.5 32.500l-4 4a7.8 7.8 0 0 1-11-11l4-4" />
  <path d="M8 8l32 32" />
</svg>`;

export const HALT_ICON = html`<svg class="mark quiet" viewBox="0 0 48 48" aria-hidden="true">
  <circle cx="24" cy="24" r="19" />
  <path d="M24 14v13M24 33.500v.1" />
</svg>`;
