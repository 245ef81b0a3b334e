import fc from 'fast-check';
import { html } from './html.js';

describe('html', () => {
  it('escapes strings and passes markup through', () => {
    const name = html`<b>${'Ada & "Co"'}</b>`;
    expect(html`<p title="${"it's"}">${name}${[name, name]}</p>`.text).toBe(
      '<p title="it&#39;s"><b>Ada &amp; &quot;Co&quot;</b><b>Ada &amp; &quot;Co&quot;</b><b>Ada &amp; &quot;Co&quot;</b></p>',
    );
  });

  it('no inserted string can open a tag or end an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: markup } = html`<p title="${text}">${text}</p>`;
        expect(markup.match(/[<>]/g)).toHaveLength(4);
        expect(markup.match(/"/g)).toHaveLength(2);
        expect(markup).not.toContain("'");
      }),
    );
  });
});
