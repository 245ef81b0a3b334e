/* global SimpleWebAuthnBrowser */
/*
 * The script of the enrollment page. It is served without a build step. It contains no texts: they are all in the page,
 * and the script shows or hides them.
 */

const { startRegistration, browserSupportsWebAuthn } = SimpleWebAuthnBrowser;

const main = document.querySelector('main');
const link = location.pathname.replace(/\/+$/, '');

/** Pauses between requests for the status, in milliseconds. The last pause repeats until PATIENCE has passed. */
const POLL_STEPS = [400, 600, 1000, 1000, 1500, 2000, 3000];
const PATIENCE = 120_000;

function panelOf(name) {
  return main.querySelector(`[data-panel="${CSS.escape(name)}"]`);
}

/**
 * Shows one panel instead of all others. The heading gets the focus, so that a screen reader reads what has happened.
 */
function show(name) {
  for (const panel of main.querySelectorAll('[data-panel]')) panel.hidden = panel !== panelOf(name);
  main.dataset.state = name;
  const heading = panelOf(name).querySelector('h1');
  document.title = heading.textContent;
  heading.focus();
}

function notice(words) {
  main.querySelector('[data-notice]').textContent = words;
}

function wordsFor(name) {
  return main.querySelector(`[data-words="${name}"]`).content.textContent;
}

function label(button, name) {
  for (const span of button.querySelectorAll('[data-label]')) span.hidden = span.dataset.label !== name;
  button.toggleAttribute('aria-busy', name === 'busy');
}

/** The server has refused a request; its answer is { error, message }. */
class Refused extends Error {
  constructor({ error, message }) {
    super(message);
    this.reason = error;
  }
}

class Unreachable extends Error {}

async function call(path, init) {
  const response = await fetch(link + path, { cache: 'no-store', ...init }).catch(() => {
    throw new Unreachable();
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body);
  return body;
}

function post(path, body) {
  return call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/**
 * The response of the authenticator is stored until the server has answered. If it is sent again, it succeeds again.
 */
const KEPT = `rollcall answer ${link}`;
const VERIFY_ATTEMPTS = 3;
const VERIFY_PAUSE = 1000;

function keptAnswer() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

function keep(response) {
  try {
    if (response) sessionStorage.setItem(KEPT, JSON.stringify(response));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Without storage, the response is lost when the person reloads the page.
  }
}

async function verify(response) {
  keep(response);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await post('/verify', { response });
      return keep(null);
    } catch (error) {
      if (error instanceof Refused) keep(null);
      if (!(error instanceof Unreachable) || attempt === VERIFY_ATTEMPTS) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, VERIFY_PAUSE));
  }
}

async function create() {
  const kept = keptAnswer();
  if (kept) {
    try {
      return await verify(kept);
    } catch (error) {
      // The ceremony of the stored response has ended, so the authenticator is asked for a new response.
      if (!(error instanceof Refused)) throw error;
    }
  }
  const optionsJSON = await post('/options', {});
  await verify(await startRegistration({ optionsJSON }));
}

/**
 * For a link that was already used. If the server accepts the stored response, this visit used the link, and the page
 * shows success.
 */
async function recallSuccess() {
  const kept = keptAnswer();
  if (
    kept &&
    (await verify(kept).then(
      () => true,
      () => false,
    ))
  )
    show('DONE');
  await followRegistration();
}

/** What to show for an error: a panel that replaces the content, or a text above the button. */
function outcomeOf(error) {
  if (error instanceof Refused) {
    if (error.reason && panelOf(error.reason)) return { panel: error.reason };
    return { words: error.message || wordsFor('FAILED') };
  }
  if (error instanceof Unreachable) return { words: wordsFor('OFFLINE') };
  if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return { panel: 'ALREADY_ENROLLED' };
  if (error.code?.startsWith('ERROR_AUTHENTICATOR_MISSING_')) return { words: wordsFor('UNSUITABLE') };
  if (error.code === 'ERROR_INVALID_DOMAIN' || error.code === 'ERROR_INVALID_RP_ID')
    return { words: wordsFor('MISPLACED') };
  const { name } = error.cause ?? error;
  return { words: wordsFor(name === 'NotAllowedError' || name === 'AbortError' ? 'CANCELLED' : 'FAILED') };
}

function sayRegistration(state) {
  for (const line of panelOf(main.dataset.state).querySelectorAll('[data-registration]')) {
    line.hidden = false;
    for (const text of line.querySelectorAll('[data-when]')) text.hidden = text.dataset.when !== state;
  }
}

/** Polls until Okta has the registration, or until the person has probably left the page. */
async function followRegistration() {
  const started = Date.now();
  for (let step = 0; Date.now() - started < PATIENCE; step += 1) {
    const { registration } = await call('/status').catch(() => ({ registration: 'WAITING' }));
    if (registration === 'NOT_EXPECTED') return;
    sayRegistration(registration);
    if (registration === 'CONFIRMED') return;
    await new Promise((resolve) => setTimeout(resolve, POLL_STEPS[Math.min(step, POLL_STEPS.length - 1)]));
  }
  sayRegistration('SLOW');
}

function offer() {
  const button = main.querySelector('[data-create]');
  button.disabled = false;
  button.addEventListener('click', async () => {
    if (button.hasAttribute('aria-busy')) return;
    notice('');
    label(button, 'busy');
    try {
      await create();
      show('DONE');
      void followRegistration();
    } catch (error) {
      const { panel, words } = outcomeOf(error);
      label(button, 'again');
      if (panel) show(panel);
      else notice(words);
    }
  });
}

if (main.dataset.state === 'OPEN') {
  if (!isSecureContext) notice(wordsFor('MISPLACED'));
  else if (browserSupportsWebAuthn()) offer();
  else show('UNSUPPORTED');
} else if (main.dataset.state === 'USED') {
  void recallSuccess();
}
