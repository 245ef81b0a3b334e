import { HALT_ICON, html, type Html, PASSKEY_ICON } from '@rollcall/passkeys';

type Refusal = 'NOT_AVAILABLE' | 'START_AGAIN' | 'NOT_ALLOWED' | 'UNKNOWN_PERSON' | 'SUSPENDED' | 'OKTA_FAILED';

export type SelfEnrollmentPageView =
  { state: 'OPEN'; organization: string; startUrl: string } | { state: Refusal; startUrl: string | undefined };

const REFUSALS: Readonly<Record<Refusal, { heading: string; text: string }>> = {
  NOT_AVAILABLE: {
    heading: 'There is no enrollment at this address',
    text: 'Part of the address may be missing, or your organization sends links by mail. Ask your administrator for a link.',
  },
  START_AGAIN: {
    heading: 'This enrollment has ended',
    text: 'It took too long, was started again in another tab, or this browser does not keep cookies. Start again from the enrollment address.',
  },
  NOT_ALLOWED: {
    heading: 'Okta did not let you in',
    text: 'You canceled, or your account is not assigned to the enrollment application in Okta. If it happens again, ask your administrator.',
  },
  UNKNOWN_PERSON: {
    heading: 'Your account is not known here yet',
    text: 'Okta knows you, but has not sent your account to this service. Ask your administrator to assign you.',
  },
  SUSPENDED: {
    heading: 'This account is suspended',
    text: 'A passkey cannot be created for it right now. Ask your administrator.',
  },
  OKTA_FAILED: {
    heading: 'The sign-in at Okta did not succeed',
    text: 'Start again. If it keeps failing, ask your administrator to check the enrollment settings.',
  },
};

/**
 * The page `/enroll` without an enrollment link. It has a link to Okta, or says why there is none. It has no script.
 */
export function selfEnrollmentPage(view: SelfEnrollmentPageView, styleUrl: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${view.state === 'OPEN' ? `Create your passkey · ${view.organization}` : 'Create your passkey'}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${styleUrl}" />
      </head>
      <body>
        <main data-state="${view.state}">
          <section>${view.state === 'OPEN' ? offer(view) : refusal(view)}</section>
        </main>
      </body>
    </html>`.text;
}

function offer({ organization, startUrl }: Extract<SelfEnrollmentPageView, { state: 'OPEN' }>): Html {
  return html`${PASSKEY_ICON}
    <p class="organisation">${organization}</p>
    <h1>Create your passkey</h1>
    <p>Sign in to Okta first. Then you can use your fingerprint, face or screen lock instead of a password.</p>
    <div class="actions"><a class="primary" href="${startUrl}">Sign in to Okta</a></div>`;
}

function refusal({ state, startUrl }: Exclude<SelfEnrollmentPageView, { state: 'OPEN' }>): Html {
  const { heading, text } = REFUSALS[state];
  return html`${HALT_ICON}
    <h1>${heading}</h1>
    <p>${text}</p>
    ${startUrl === undefined ? '' : html`<div class="actions"><a class="secondary" href="${startUrl}">Start again</a></div>`}`;
}
