/** HTML that is safe to insert, because all its texts are already escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Insert = string | Html | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template tag that builds HTML. It escapes inserted strings for element content and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return new Html(parts.map((part, index) => part + textOf(inserts[index] ?? '')).join(''));
}

function textOf(insert: Insert): string {
  if (typeof insert === 'string') return insert.replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!);
  if (insert instanceof Html) return insert.text;
  return insert.map(({ text }) => text).join('');
}
