/** A simple browser without a user interface. It follows redirects and keeps the cookies of each origin. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Follows redirects until a page arrives. @returns the page and its address */
  async open(address: string): Promise<{ url: string; status: number; text: string }> {
    for (let url = address, hops = 0; hops < 10; hops += 1) {
      const { status, headers, text } = await this.get(url);
      const location = headers.get('location');
      if (status < 300 || status >= 400 || !location) return { url, status, text };
      url = new URL(location, url).href;
    }
    throw new Error(`${address} redirects without end`);
  }

  private async get(url: string): Promise<{ status: number; headers: Headers; text: string }> {
    const jar = this.cookies.get(new URL(url).origin) ?? new Map<string, string>();
    this.cookies.set(new URL(url).origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';', 1);
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}
