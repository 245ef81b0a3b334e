/* oxlint-disable no-unused-vars -- the scripts that follow it in a served file use them */
/* The common part of the scripts of the sign-in page and of /me. The server sends it at the beginning of each. */

const main = document.querySelector('main');

/** Milliseconds that a signal to the password manager may delay the page. */
const SIGNAL_WITHIN = 500;

function panelOf(name) {
  return main.querySelector(`[data-panel="${CSS.escape(name)}"]`);
}

/** Replaces the content; the heading takes the focus, so that a screen reader says what happened. */
function show(name) {
  for (const panel of main.querySelectorAll('[data-panel]')) panel.hidden = panel !== panelOf(name);
  main.dataset.state = name;
  panelOf(name).querySelector('h1').focus();
}

function label(button, name) {
  for (const span of button.querySelectorAll('[data-label]')) span.hidden = span.dataset.label !== name;
  button.toggleAttribute('aria-busy', name === 'busy');
}

/** WebAuthn Signal API, where the browser has it: best effort. */
async function signal(name, options) {
  const send = globalThis.PublicKeyCredential?.[name];
  if (!send) return;
  const late = new Promise((resolve) => setTimeout(resolve, SIGNAL_WITHIN));
  await Promise.race([send.call(PublicKeyCredential, options).catch(() => undefined), late]);
}
