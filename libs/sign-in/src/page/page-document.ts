import { html, type Html } from '@rollcall/passkeys';
import type { SignInAssetUrls } from './sign-in-assets.js';

export interface PageFiles {
  urls: SignInAssetUrls;
  nonce: string;
}

interface PageContent {
  title: string;
  /** The state of the page. The page's script reads it from the `main` element. */
  state: string;
  script: 'sign-in.js' | 'me.js';
  content: Html;
}

/** The common frame of all sign-in pages. */
export function pageDocument({ title, state, script, content }: PageContent, { urls, nonce }: PageFiles): string {
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
        <script nonce="${nonce}" src="${urls[script]}" type="module"></script>
      </head>
      <body>
        <main data-state="${state}">${content}</main>
      </body>
    </html>`.text;
}
