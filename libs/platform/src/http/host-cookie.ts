import { cookieValue } from './cookie-value.js';

/**
 * A cookie of this host that no script can read (RFC 6265bis §4.1.3). Over https its name starts with `__Host-`, so that no other host of
 * the domain can set it. It is sent when another site links here (SameSite=Lax), but not with cross-site requests that change something.
 */
export class HostCookie {
  private readonly name: string;
  private readonly attributes: string;

  /** @param name without prefix */
  constructor(name: string, publicUrl: string) {
    const secure = publicUrl.startsWith('https:');
    this.name = secure ? `__Host-${name}` : name;
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }

  read(cookieHeader: string | undefined): string | undefined {
    return cookieValue(cookieHeader, this.name);
  }

  /** A Set-Cookie header. @param value needs no encoding */
  make(value: string, expires: Date): string {
    return `${this.name}=${value}; Expires=${expires.toUTCString()}; ${this.attributes}`;
  }

  cleared(): string {
    return this.make('', new Date(0));
  }
}
