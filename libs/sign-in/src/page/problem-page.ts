import { HALT_ICON, html } from '@rollcall/passkeys';

const REASONS: Readonly<Record<string, string>> = {
  invalid_client: 'Okta sent another client ID than the one it was given.',
  invalid_redirect_uri: 'Okta sent a redirect URI that is not registered here.',
  redirect_uri_mismatch: 'Okta sent a redirect URI that is not registered here.',
};

/** The page for errors that must not be sent to a redirect URI (RFC 6749 §4.1.2.1). It has no script. */
export function problemPage(
  { error, error_description: description }: { error: string; error_description?: string | undefined },
  styleUrl: string,
): string {
  const ended = error === 'invalid_request' && /session|interaction|expired/i.test(description ?? '');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Sign-in problem</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${styleUrl}" />
      </head>
      <body>
        <main>
          <section>
            ${HALT_ICON}
            <h1>${ended ? 'This sign-in has ended' : 'Sign-in is not set up correctly'}</h1>
            <p>
              ${
                ended
                  ? 'It took too long, or it was finished already. Open the application again to start over.'
                  : (REASONS[error] ?? 'Okta sent a request that cannot be answered.')
              }
            </p>
            ${ended ? '' : html`<p>Show this page to your administrator, who can correct the identity provider in Okta.</p>`}
            <p class="small">Error: ${error}${description === undefined ? '' : `, ${description}`}</p>
          </section>
        </main>
      </body>
    </html>`.text;
}
