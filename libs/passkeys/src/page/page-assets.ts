import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@rollcall/platform';
import type { AssetUrls } from './enrollment-page.js';
import { PAGE_STYLE } from './page-style.js';
import { webauthnBundle } from './webauthn-bundle.js';

export interface Asset {
  type: string;
  content: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';

/**
 * The style and scripts of the page, kept in memory. Their URLs contain a hash of the content, so that browsers may
 * cache them forever.
 */
@Injectable()
export class PageAssets {
  private readonly assets: Readonly<Record<keyof AssetUrls, Asset>> = {
    'enroll.css': { type: 'text/css; charset=utf-8', content: PAGE_STYLE },
    'enroll.js': { type: SCRIPT, content: readFileSync(join(import.meta.dirname, 'enroll.browser.js'), 'utf8') },
    'webauthn.js': { type: SCRIPT, content: readFileSync(webauthnBundle(), 'utf8') },
  };

  readonly urls: AssetUrls;

  constructor({ publicUrl }: AppConfig) {
    const base = new URL(`${publicUrl}/enroll/assets/`).pathname;
    this.urls = {
      'enroll.css': base + this.versioned('enroll.css'),
      'enroll.js': base + this.versioned('enroll.js'),
      'webauthn.js': base + this.versioned('webauthn.js'),
    };
  }

  find(name: string): Asset | undefined {
    return Object.hasOwn(this.assets, name) ? this.assets[name as keyof AssetUrls] : undefined;
  }

  private versioned(name: keyof AssetUrls): string {
    const version = createHash('sha256').update(this.assets[name].content).digest('base64url').slice(0, 10);
    return `${name}?v=${version}`;
  }
}
