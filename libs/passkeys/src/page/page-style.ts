/**
 * The style sheet of the enrollment page: one column, designed for phones first, light or dark as the system is set.
 */
export const PAGE_STYLE = /* css */ `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8;
  --card: #ffffff;
  --line: #dfe3ea;
  --ink: #171a21;
  --soft: #566073;
  --accent: #2a55d9;
  --accent-strong: #1f43b3;
  --on-accent: #ffffff;
  --good: #14804a;
  --alert-ground: #fdf3e1;
  --alert-ink: #6b4400;
  --well: #f5f6f8;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1117;
    --card: #171b23;
    --line: #2b313d;
    --ink: #eef1f6;
    --soft: #a5afc0;
    --accent: #8aabff;
    --accent-strong: #a8c1ff;
    --on-accent: #0c1530;
    --good: #5fd394;
    --alert-ground: #33280f;
    --alert-ink: #f6d592;
    --well: #10141b;
  }
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

[hidden] {
  display: none !important;
}

body {
  margin: 0;
  min-height: 100vh;
  min-height: 100svh;
  display: flex;
  flex-direction: column;
  background: var(--card);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  -webkit-text-size-adjust: 100%;
}

main {
  flex: 1;
  width: 100%;
  padding: max(2.5rem, 8svh) 1.5rem 2rem;
}

section {
  display: flex;
  flex-direction: column;
  max-width: 24rem;
  margin: 0 auto;
}

p,
h1,
dl,
dd {
  margin: 0;
  overflow-wrap: anywhere;
}

h1 {
  margin-bottom: 0.625rem;
  font-size: 1.625rem;
  line-height: 1.25;
  font-weight: 650;
  letter-spacing: -0.015em;
  text-wrap: balance;
  outline: none;
}

p + p {
  margin-top: 0.75rem;
}

.mark {
  width: 3rem;
  height: 3rem;
  margin-bottom: 1.5rem;
  fill: none;
  stroke: var(--accent);
  stroke-width: 3;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.mark.good {
  stroke: var(--good);
}

.mark.quiet {
  stroke: var(--soft);
}

.organisation {
  margin-bottom: 0.25rem;
  color: var(--soft);
  font-weight: 600;
}

.account {
  margin: 1.5rem 0 1.25rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  background: var(--well);
}

.account dt {
  color: var(--soft);
  font-size: 0.8125rem;
}

.account dd {
  font-weight: 600;
}

.account .user-name {
  color: var(--soft);
  font-size: 0.9375rem;
  font-weight: 400;
}

.notice {
  padding: 0.75rem 1rem;
  margin: 0 0 1.25rem;
  border-radius: 0.75rem;
  background: var(--alert-ground);
  color: var(--alert-ink);
  font-size: 0.9375rem;
}

.notice:empty {
  padding: 0;
  margin: 0;
}

button {
  min-height: 3.25rem;
  padding: 0.5rem 1.25rem;
  border: 1px solid transparent;
  border-radius: 0.75rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  line-height: 1.25;
  cursor: pointer;
  transition: background-color 120ms;
}

button:hover {
  background: var(--accent-strong);
}

button[aria-busy] {
  cursor: progress;
}

button:disabled {
  opacity: 0.6;
  cursor: default;
}

button:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 3px;
}

button span {
  display: inline-flex;
  align-items: center;
  gap: 0.625rem;
}

.small {
  margin-top: 1.25rem;
  color: var(--soft);
  font-size: 0.875rem;
}

.registration {
  margin-top: 1.5rem;
  padding-top: 1.25rem;
  border-top: 1px solid var(--line);
}

.registration span {
  display: flex;
  align-items: baseline;
  gap: 0.75rem;
}

.dot {
  flex: none;
  width: 0.625rem;
  height: 0.625rem;
  border-radius: 50%;
  background: var(--accent);
}

.dot.good {
  background: var(--good);
}

.dot.waiting {
  animation: breathe 1.6s ease-in-out infinite;
}

.spinner {
  width: 1.125em;
  height: 1.125em;
  border: 2px solid currentColor;
  border-right-color: transparent;
  border-radius: 50%;
  animation: turn 0.9s linear infinite;
}

@keyframes turn {
  to {
    transform: rotate(1turn);
  }
}

@keyframes breathe {
  50% {
    opacity: 0.35;
  }
}

@media (min-width: 36rem) {
  body {
    background: var(--ground);
    justify-content: center;
  }

  main {
    flex: none;
    width: 29rem;
    margin: 2rem auto;
    padding: 2.5rem;
    border: 1px solid var(--line);
    border-radius: 1.25rem;
    background: var(--card);
    box-shadow: 0 1px 2px rgb(0 0 0 / 4%), 0 12px 32px rgb(0 0 0 / 6%);
  }
}

@media (prefers-reduced-motion: reduce) {
  .spinner,
  .dot.waiting {
    animation-duration: 4s;
  }

  button {
    transition: none;
  }
}
`;
