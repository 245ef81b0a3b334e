/* oxlint-disable no-unused-vars -- the scripts that follow it in a served file use them */
/*
 * The common part of two scripts: that of the sign-in page, and that of /me. The server sends it before each of them.
 */

const main = document.querySelector('main');

/** Maximum milliseconds for which a signal to the password manager delays the page. */
const SIGNAL_WITHIN = 500;

function panelOf(name) {
  return main.querySelector(`[data-panel="${CSS.escape(name)}"]`);
}

/**
 * Shows one panel instead of all others. The heading gets the focus, so that a screen reader reads what has happened.
 */
function show(name) {
  for (const panel of main.querySelectorAll('[data-panel]')) panel.hidden = panel !== panelOf(name);
  main.dataset.state = name;
  panelOf(name).querySelector('h1').focus();
}

function label(button, name) {
  for (const span of button.querySelectorAll('[data-label]')) span.hidden = span.dataset.label !== name;
  button.toggleAttribute('aria-busy', name === 'busy');
}

/** Sends a signal of the WebAuthn Signal API. Does nothing if the browser does not support it; errors are ignored. */
async function signal(name, options) {
  const send = globalThis.PublicKeyCredential?.[name];
  if (!send) return;
  const late = new Promise((resolve) => setTimeout(resolve, SIGNAL_WITHIN));
  await Promise.race([send.call(PublicKeyCredential, options).catch(() => undefined), late]);
}
