import type { Route } from './route.js';

const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f4f6; color: #1d1d21;
    font: 16px/1.5 system-ui, sans-serif }
  main { width: min(400px, 92vw); background: #fff; border: 1px solid #d7d7dc; border-radius: 8px; padding: 32px }
  h1 { font-size: 21px; font-weight: 600; margin: 0 0 4px }
  p { margin: 0 0 20px; color: #5b5b66 }
  label { display: block; font-weight: 600; margin: 0 0 6px }
  input { width: 100%; padding: 10px 12px; font: inherit; border: 1px solid #8c8c96; border-radius: 4px; margin: 0 0 20px }
  button { width: 100%; padding: 11px; font: inherit; font-weight: 600; border: 0; border-radius: 4px; background: #1662dd; color: #fff }
  input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid #8fb5f5; outline-offset: 2px }
  footer { margin: 20px 0 0; font-size: 13px; color: #5b5b66 }
  a { color: #1662dd }
`;

/** The org's sign-in page on which a person types their login. */
export function loginPage(): string {
  return page(
    'Sign in',
    `<h1>Sign in</h1><p>The simulated Okta org decides by its routing rules where you go on.</p>
     <form method="get" action="/signin"><label for="login">Username</label>
     <input id="login" name="login" autocomplete="username" autofocus required><button>Next</button></form>`,
  );
}

/**
 * The page after the login, as the routing rules decide: passkey sign-in at the identity provider, or Okta's password
 * page.
 */
export function routedPage(
  login: string,
  { page: where, rule, providerName = 'The identity provider' }: Route,
): string {
  const name = escaped(login);
  const decided = `<footer data-rule="${escaped(rule ?? 'default')}">Routed by ${
    rule === undefined ? "Okta's default rule" : `the routing rule “${escaped(rule)}”`
  }. <a href="/signin">Use another username</a></footer>`;
  if (where === 'passkey') {
    return page(
      'Sign in with your passkey',
      `<h1>Sign in with your passkey</h1><p data-page="passkey">${escaped(providerName)} asks ${name} for the passkey.</p>
       <button type="button">Continue with passkey</button>${decided}`,
    );
  }
  return page(
    'Sign in with your password',
    `<h1>Sign in with your password</h1><p data-page="password">Welcome back, ${name}.</p>
     <form method="get" action="/signin/password"><input type="hidden" name="login" value="${name}">
     <label for="password">Password</label><input id="password" type="password" autocomplete="current-password">
     <button>Sign in</button></form>${decided}`,
  );
}

/** The dashboard of a signed-in user. */
export function homePage(login: string, provider: string): string {
  return page(
    'My Apps Dashboard',
    `<h1>My Apps</h1><p data-user="${escaped(login)}">${escaped(login)} is signed in to Okta through ${escaped(provider)}.</p>
     <footer><a href="/login/signout">Sign out</a></footer>`,
  );
}

/**
 * The page that Okta shows for an invalid response of a provider. A real org shows the reason only in its System Log.
 */
export function refusedPage(code: string, reason: string): string {
  return page(
    '400 Bad Request',
    `<h1>400 Bad Request</h1><p>Error Code: <code data-code="${escaped(code)}">${escaped(code)}</code></p>
     <p data-reason>${escaped(reason)}</p><footer><a href="/signin">Back to sign in</a></footer>`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body><main>${content}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
