/** What the sign-in page has on top of the enrollment page's style. */
export const SIGN_IN_STYLE = /* css */ `
button.secondary,
a.secondary {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-height: 2.75rem;
  margin-top: 0.75rem;
  padding: 0.375rem 1.25rem;
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  background: transparent;
  color: var(--ink);
  font: inherit;
  font-weight: 500;
  text-decoration: none;
}

button.secondary:hover,
a.secondary:hover {
  background: var(--well);
}

a.secondary:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 3px;
}

.field {
  display: flex;
  flex-direction: column;
  gap: 0.25rem;
  margin: 1.25rem 0;
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
