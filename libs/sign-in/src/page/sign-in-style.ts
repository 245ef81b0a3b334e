/** Styles of the sign-in page, in addition to those of the enrollment page. */
export const SIGN_IN_STYLE = /* css */ `
a.primary,
a.secondary {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  padding: 0.375rem 1.25rem;
  border-radius: 0.75rem;
  text-decoration: none;
}

a.primary {
  min-height: 3.25rem;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}

a.primary:hover {
  background: var(--accent-strong);
}

button.secondary,
a.secondary {
  min-height: 2.75rem;
  margin-top: 0.75rem;
  border: 1px solid var(--soft);
  background: transparent;
  color: var(--ink);
  font-weight: 500;
}

button.secondary:hover,
a.secondary:hover {
  background: var(--well);
}

a.primary:focus-visible,
a.secondary:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 3px;
}

.field {
  display: flex;
  flex-direction: column;
  gap: 0.25rem;
}

.account,
.field,
.notice:not(:empty),
button[data-sign-in] {
  margin: 1.25rem 0 0;
}

.field label {
  color: var(--soft);
  font-size: 0.8125rem;
}

.field input {
  min-height: 3rem;
  padding: 0.5rem 0.875rem;
  border: 1px solid var(--soft);
  border-radius: 0.75rem;
  background: var(--card);
  color: var(--ink);
  font: inherit;
}

.field input::placeholder {
  color: var(--soft);
  opacity: 1;
}

.field input:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 1px;
}

.actions {
  display: flex;
  flex-direction: column;
  margin-top: 1.5rem;
}
`;
