/* global SimpleWebAuthnBrowser, main, panelOf, show, label, signal */
/*
 * The script of the sign-in page, and of /me before the sign-in. It is served without a build step. All texts are in
 * the page; the script shows or hides them.
 */

const { startAuthentication, browserSupportsWebAuthn, browserSupportsWebAuthnAutofill, WebAuthnAbortService } =
  SimpleWebAuthnBrowser;

const flow = location.pathname.replace(/\/+$/, '');

function notice(name) {
  const words = name && main.querySelector(`[data-words="${CSS.escape(name)}"]`);
  main.querySelector('[data-notice]').textContent = words ? words.content.textContent : '';
}

/** The server has refused a request. */
class Refused extends Error {
  constructor(body) {
    super(body.message);
    this.body = body;
  }
}

class Unreachable extends Error {}

async function post(path, body) {
  const response = await fetch(flow + path, {
    method: 'POST',
    cache: 'no-store',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Unreachable();
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer);
  return answer;
}

async function signIn({ autofill }) {
  const optionsJSON = await post('/options', {});
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill });
  const button = main.querySelector('[data-sign-in]');
  label(button, 'busy');
  try {
    const { location: next, rpId, userId, credentialIds, name, displayName } = await post('/verify', { response });
    show('DONE');
    await Promise.all([
      signal('signalAllAcceptedCredentials', { rpId, userId, allAcceptedCredentialIds: credentialIds }),
      signal('signalCurrentUserDetails', { rpId, userId, name, displayName }),
    ]);
    location.replace(next);
  } catch (error) {
    const { forget, rpId } = error.body ?? {};
    if (forget) await signal('signalUnknownCredential', { rpId, credentialId: response.id });
    throw error;
  }
}

/** The code of an error. Too many requests from one address show the same panel as too many attempts in one flow. */
function reasonOf({ error }) {
  return error === 'RATE_LIMITED' ? 'TOO_MANY_TRIES' : error;
}

/** Shows an error: a panel that replaces the content, or a text above the button. */
function explain(error) {
  const reason = error instanceof Refused ? reasonOf(error.body) : undefined;
  if (reason && panelOf(reason)) return show(reason);
  if (main.dataset.state !== 'OPEN') show('OPEN');
  notice(noticeFor(error, reason));
}

function noticeFor(error, reason) {
  if (reason === 'CHALLENGE_EXPIRED' || reason === 'NOT_VERIFIED') return reason;
  if (error instanceof Refused || error instanceof Unreachable) return 'OFFLINE';
  if (error.code === 'ERROR_INVALID_DOMAIN' || error.code === 'ERROR_INVALID_RP_ID') return 'MISPLACED';
  const { name } = error.cause ?? error;
  return name === 'NotAllowedError' || name === 'AbortError' ? 'CANCELED' : 'FAILED';
}

async function press(button) {
  if (button.hasAttribute('aria-busy')) return;
  notice();
  label(button, 'busy');
  try {
    await signIn({ autofill: false });
  } catch (error) {
    label(button, 'again');
    explain(error);
    void offerAutofill();
  }
}

/**
 * Waits in the background until the person picks a passkey from the field's menu. Pressing the button ends this wait
 * and asks for a passkey instead.
 */
async function offerAutofill() {
  if (!(await browserSupportsWebAuthnAutofill())) return;
  main.querySelector('[data-autofill]').hidden = false;
  try {
    await signIn({ autofill: true });
  } catch (error) {
    if (error.code === 'ERROR_CEREMONY_ABORTED') return;
    label(main.querySelector('[data-sign-in]'), 'idle');
    if (error instanceof Refused) {
      explain(error);
      void offerAutofill();
    }
  }
}

async function back() {
  WebAuthnAbortService.cancelCeremony();
  try {
    const { location: next } = await post('/back', {});
    location.replace(next);
  } catch (error) {
    explain(error);
  }
}

function offer() {
  const button = main.querySelector('[data-sign-in]');
  button.disabled = false;
  button.addEventListener('click', () => press(button));
  main.querySelector('[data-autofill]').addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') void press(button);
  });
  for (const again of main.querySelectorAll('[data-again]')) {
    again.addEventListener('click', () => {
      show('OPEN');
      void press(button);
    });
  }
  void offerAutofill();
}

if (main.dataset.state === 'OPEN') {
  for (const each of main.querySelectorAll('[data-back]')) each.addEventListener('click', back);
  if (!isSecureContext) notice('MISPLACED');
  else if (!navigator.cookieEnabled) show('COOKIES_BLOCKED');
  else if (browserSupportsWebAuthn()) offer();
  else show('UNSUPPORTED');
}

// If the back button restores the page from the browser's memory, the page asks the server whether the flow still
// exists.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
