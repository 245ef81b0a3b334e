/* global main, show, label, signal */
/*
 * The script of /me after the sign-in. It is served without a build step. All texts are in the page; the script shows
 * or hides them.
 */

const page = location.pathname.replace(/\/+$/, '');

/** Fragments of the address. After a reload, the fragment makes the page say why its list has changed. */
const REASONS = { '#removed': 'REMOVED', '#changed': 'CHANGED' };

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' });

function notice(name) {
  const shown = main.querySelector('[data-notice]');
  shown.classList.toggle('good', name === 'REMOVED');
  shown.textContent = main.querySelector(`[data-words="${CSS.escape(name)}"]`).content.textContent;
}

/** @returns the answer of the server; undefined if the server could not be reached */
async function send(path) {
  const response = await fetch(page + path, { method: 'DELETE', cache: 'no-store' }).catch(() => undefined);
  return response && { status: response.status, body: await response.json().catch(() => ({})) };
}

function reload(reason) {
  history.replaceState(null, '', reason);
  location.reload();
}

async function remove(dialog, button) {
  if (button.hasAttribute('aria-busy')) return;
  label(button, 'busy');
  const { confirm: id, last } = dialog.dataset;
  const answer = await send(`/passkeys/${encodeURIComponent(id)}?last=${last}`);
  label(button, 'idle');
  dialog.close();
  if (!answer) return notice('OFFLINE');
  const { status, body } = answer;
  if (status === 401) return show('SIGNED_OUT');
  if (status === 409 || status === 404) return reload('#changed');
  if (status !== 200) return notice(status === 429 ? 'RATE_LIMITED' : 'FAILED');
  if (body.forget) await signal('signalUnknownCredential', body.forget);
  if (body.last) return show('REMOVED_LAST');
  if (body.signedOut) return show('REMOVED_OWN');
  reload('#removed');
}

async function signOut() {
  const answer = await send('/session');
  if (answer?.status === 204) show('SIGNED_OUT');
  else notice('OFFLINE');
}

for (const time of main.querySelectorAll('time')) time.textContent = DAY.format(new Date(time.dateTime));

for (const button of main.querySelectorAll('[data-remove]')) {
  const dialog = main.querySelector(`[data-confirm="${CSS.escape(button.dataset.remove)}"]`);
  button.disabled = false;
  button.addEventListener('click', () => dialog.showModal());
  dialog.querySelector('[data-keep]').addEventListener('click', () => dialog.close());
  const confirmed = dialog.querySelector('[data-confirmed]');
  confirmed.addEventListener('click', () => remove(dialog, confirmed));
}

main.querySelector('[data-sign-out]').addEventListener('click', signOut);

const reason = REASONS[location.hash];
if (reason) {
  history.replaceState(null, '', page);
  notice(reason);
}

// If the back button restores the page from the browser's memory, the page asks the server whether the session still
// exists.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
