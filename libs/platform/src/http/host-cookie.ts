import { cookieValue } from './cookie-value.js';

/**
 * A cookie that no script can read (RFC 6265bis §4.1.3). Over https its name starts with `__Host-`, so that no other host of the domain can
 * set it. Because of SameSite=Lax, the browser sends it when the user follows a link from another site, but not with other cross-site
 * requests.
 */
export class HostCookie {
  private readonly name: string;
  private readonly attributes: string;

  /** @param name without the prefix `__Host-` */
  constructor(name: string, publicUrl: string) {
    const secure = publicUrl.startsWith('https:');
    this.name = secure ? `__Host-${name}` : name;
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }

  read(cookieHeader: string | undefined): string | undefined {
    return cookieValue(cookieHeader, this.name);
  }

  /** A Set-Cookie header. @param value must not need encoding */
  make(value: string, expires: Date): string {
    return `${this.name}=${value}; Expires=${expires.toUTCString()}; ${this.attributes}`;
  }

  cleared(): string {
    return this.make('', new Date(0));
  }
}
