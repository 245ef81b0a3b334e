import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PAGE_STYLE, webauthnBundle } from '@rollcall/passkeys';
import { AppConfig } from '@rollcall/platform';
import { OWN_PAGE_STYLE } from './own-page-style.js';
import { SIGN_IN_STYLE } from './sign-in-style.js';

const NAMES = ['sign-in.css', 'sign-in.js', 'me.js', 'webauthn.js'] as const;

/** The URL path of each file. It contains a hash of the file's content. */
export type SignInAssetUrls = Readonly<Record<(typeof NAMES)[number], string>>;

const SCRIPT = 'text/javascript; charset=utf-8';

/** The style and scripts of the sign-in page and of /me. They are read when the first page is shown. */
@Injectable()
export class SignInAssets {
  private loaded: Record<(typeof NAMES)[number], { type: string; content: string }> | undefined;
  private hashed: SignInAssetUrls | undefined;
  private readonly base: string;

  constructor({ publicUrl }: AppConfig) {
    this.base = new URL(`${publicUrl}/sign-in/assets/`).pathname;
  }

  get urls(): SignInAssetUrls {
    return (this.hashed ??= {
      'sign-in.css': this.urlOf('sign-in.css'),
      'sign-in.js': this.urlOf('sign-in.js'),
      'me.js': this.urlOf('me.js'),
      'webauthn.js': this.urlOf('webauthn.js'),
    });
  }

  find(name: string): { type: string; content: string } | undefined {
    const known = NAMES.find((each) => each === name);
    return known && this.load()[known];
  }

  private urlOf(name: (typeof NAMES)[number]): string {
    const version = createHash('sha256').update(this.load()[name].content).digest('base64url').slice(0, 10);
    return `${this.base}${name}?v=${version}`;
  }

  private load() {
    return (this.loaded ??= {
      'sign-in.css': { type: 'text/css; charset=utf-8', content: PAGE_STYLE + SIGN_IN_STYLE + OWN_PAGE_STYLE },
      'sign-in.js': { type: SCRIPT, content: script('sign-in.browser.js') },
      'me.js': { type: SCRIPT, content: script('me.browser.js') },
      'webauthn.js': { type: SCRIPT, content: readFileSync(webauthnBundle(), 'utf8') },
    });
  }
}

/** A script: the part that all pages share, followed by the page's own part. */
function script(name: string): string {
  return ['panels.browser.js', name].map((each) => readFileSync(join(import.meta.dirname, each), 'utf8')).join('\n');
}
