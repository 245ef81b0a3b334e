/** Styles of /me, in addition to those of the sign-in page. */
export const OWN_PAGE_STYLE = /* css */ `
.passkeys {
  margin: 1.25rem 0 0;
  padding: 0;
  list-style: none;
}

.passkeys li {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 1rem;
  padding: 1rem 0;
  border-top: 1px solid var(--line);
}

.passkeys li:last-child {
  border-bottom: 1px solid var(--line);
}

.passkeys li > div {
  min-width: 0;
}

.passkeys h2,
dialog h2 {
  margin: 0;
  font-size: 1rem;
  line-height: 1.4;
  font-weight: 600;
  overflow-wrap: anywhere;
}

.passkeys p {
  margin: 0;
  color: var(--soft);
  font-size: 0.875rem;
}

.passkeys .badge {
  color: var(--good);
}

.notice.good {
  border: 1px solid var(--good);
  background: transparent;
  color: var(--good);
}

.passkeys button.secondary {
  flex: none;
  margin: 0;
  padding: 0.375rem 1rem;
  font-size: 0.9375rem;
}

button[data-sign-out] {
  margin-top: 1.25rem;
}

dialog {
  width: min(26rem, calc(100vw - 2rem));
  padding: 1.5rem;
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: var(--card);
  color: var(--ink);
}

dialog::backdrop {
  background: rgb(0 0 0 / 45%);
}

dialog h2 {
  margin-bottom: 0.75rem;
  font-size: 1.125rem;
}

dialog .actions {
  margin-top: 1.25rem;
}

button.danger {
  background: var(--danger);
  color: var(--on-accent);
}

button.danger:hover {
  background: var(--danger-strong);
}

:root {
  --danger: #b3261e;
  --danger-strong: #8f1d17;
}

@media (prefers-color-scheme: dark) {
  :root {
    --danger: #ffa49c;
    --danger-strong: #ffc0ba;
  }
}

.small a {
  color: var(--accent);
}
`;
