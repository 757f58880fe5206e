import { html, render } from 'lit';
import { describe, expect, it } from 'vitest';

import { markdownView } from '../src/markdown';
import type { Table } from '../src/protocol';
import { textsFor } from '../src/texts';

/** The elements that a text becomes. */
function made(text: string, table?: Table): HTMLElement {
  const place = document.createElement('div');
  render(html`${markdownView(text, textsFor('en'), table)}`, place);
  return place;
}

const names = (place: HTMLElement): string[] => [...place.querySelectorAll('*')].map((one) => one.localName);

describe('Markdown', () => {
  it('becomes paragraphs, emphasis, lists, quotes and code', () => {
    expect(names(made('A **b** *c* `d`'))).toEqual(['p', 'strong', 'em', 'code']);
    expect(names(made('- a\n- b'))).toEqual(['ul', 'li', 'li']);
    expect(made('3. a\n4. b').querySelector('ol')?.getAttribute('start')).toBe('3');
    expect(names(made('> a'))).toEqual(['blockquote', 'p']);
    expect(names(made('```\na\n```'))).toEqual(['pre', 'code']);
  });

  it('has no headings, which would upset the outline of the page', () => {
    expect(names(made('# Title'))).toEqual(['p', 'strong']);
  });

  it('breaks lines where the text does', () => {
    expect(names(made('a\nb'))).toEqual(['p', 'br']);
  });

  it('sets the line of the source apart', () => {
    const place = made('Answer.\n\nSource: [A](https://a.example/), 2025');
    expect(place.querySelector('.source')?.textContent).toContain('Source: A');
    expect(place.querySelector('.source a')?.getAttribute('href')).toBe('https://a.example/');
  });

  it.each(['<b>x</b>', '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', 'a <i>b</i> c'])(
    'shows HTML as text: %s',
    (text) => {
      const place = made(text);
      expect(place.textContent).toBe(text);
      expect(names(place)).toEqual(['p']);
    },
  );

  it.each(['[a](javascript:alert(1))', '[a](data:text/html,x)', '[a](/path)', '[a](vbscript:x)', '[a](//b.example)'])(
    'makes no link of %s',
    (text) => {
      expect(made(text).textContent).toBe('a');
      expect(made(text).querySelector('a')).toBeNull();
    },
  );

  it('loads no picture that a text names', () => {
    expect(names(made('![a picture](https://b.example/x.png)'))).toEqual(['p']);
    expect(made('![a picture](https://b.example/x.png)').textContent).toBe('a picture');
  });

  it.each([['too long', 'x '.repeat(4000)], ['overgrown', '>'.repeat(50)]])('shows a text that is %s as it came', (_, text) => {
    expect(made(text).textContent).toBe(text);
    expect(names(made(text))).toEqual(['p']);
  });

  it('puts the table in the place of its lines', () => {
    const table = { columns: ['Place', 'Pay'], rows: [['Texas', '**$1**']], lines: 'Texas: $1' };
    const place = made('Before.\n\nTexas: $1\n\nAfter.', table);
    expect(place.textContent).not.toContain('Texas: $1');
    expect([...place.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim())).toEqual(['Place', 'Pay', 'Texas', '$1']);
    expect(place.querySelector('caption')?.textContent).toBe('Table: Place, Pay');
    expect([place.firstElementChild?.textContent, place.lastElementChild?.textContent]).toEqual(['Before.', 'After.']);
  });

  it('loses nothing when the lines of a table are not in the text', () => {
    const place = made('Texas: $2', { columns: ['a'], rows: [['b']], lines: 'Texas: $1' });
    expect(place.textContent).toBe('Texas: $2');
  });
});
