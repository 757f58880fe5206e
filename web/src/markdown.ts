import { html, nothing, type TemplateResult } from 'lit';
import { Lexer, type Token, type Tokens } from 'marked';

import { icons } from './icons';
import { safeLink } from './links';
import type { Table } from './protocol';
import { tableView } from './table';
import type { Texts } from './texts';

type View = TemplateResult | string | typeof nothing;

/**
 * Beyond these a text is no answer that somebody wrote, and is shown as it came. The lexer's time grows with the square
 * of what is nested or left open.
 */
const MOST_CHARACTERS = 6_000;
const MARKS_IN_A_ROW = /[>*_[\](){}<~`!]{40}/;
const DEEPEST = 12;

const OPTIONS = { gfm: true, breaks: true };
const SOURCE = /^Sources?: /;

/**
 * An answer's Markdown as elements. Safe by construction: the tokens of the lexer fill Lit templates, text stays text,
 * and no string ever becomes HTML. Only links with the schemes of `safeLink` are links.
 *
 * @param table the figures that take the place of their lines in the text
 */
export function markdownView(text: string, texts: Texts, table?: Table): View {
  const start = table ? text.indexOf(table.lines) : -1;
  if (!table || start < 0) return textView(text, texts);
  return html`${textView(text.slice(0, start), texts)}${tableView(
    table.columns,
    table.rows.map((row) => row.map((cell) => inlineView(cell, texts))),
    texts,
  )}${textView(text.slice(start + table.lines.length), texts)}`;
}

function textView(text: string, texts: Texts): View {
  const tokens = lex(text);
  return tokens ? blocks(tokens, texts, 0) : plain(text);
}

function inlineView(text: string, texts: Texts): View {
  if (isOvergrown(text)) return text;
  try {
    return inlines(Lexer.lexInline(text, OPTIONS), texts, 0);
  } catch {
    return text;
  }
}

const isOvergrown = (text: string): boolean => text.length > MOST_CHARACTERS || MARKS_IN_A_ROW.test(text);

/** The tokens of a text; null if it is too long, or nested too deeply for the lexer. */
function lex(text: string): Token[] | null {
  if (isOvergrown(text)) return null;
  try {
    return Lexer.lex(text, OPTIONS);
  } catch {
    return null;
  }
}

const plain = (text: string): View => html`<p class="plain">${text}</p>`;

const inner = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : []);

function blocks(tokens: readonly Token[], texts: Texts, depth: number): View {
  return html`${tokens.map((token) => block(token, texts, depth))}`;
}

function block(token: Token, texts: Texts, depth: number): View {
  if (depth > DEEPEST) return plain(token.raw);
  const inside = (): View => inlines(inner(token), texts, depth + 1);
  switch (token.type) {
    case 'space':
    case 'def':
      return nothing;
    case 'paragraph':
      return SOURCE.test(token.raw) ? html`<p class="source">${icons.source}<span>${inside()}</span></p>` : html`<p>${inside()}</p>`;
    case 'heading':
      return html`<p><strong>${inside()}</strong></p>`; // a heading here would upset the outline of the page
    case 'list':
      return list(token as Tokens.List, texts, depth);
    case 'blockquote':
      return html`<blockquote>${blocks(inner(token), texts, depth + 1)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${(token as Tokens.Code).text}</code></pre>`;
    case 'hr':
      return html`<hr />`;
    case 'table':
      return markdownTable(token as Tokens.Table, texts, depth);
    case 'text':
      return inner(token).length ? inside() : (token as Tokens.Text).text;
    default:
      return plain(token.raw.trimEnd());
  }
}

function list(token: Tokens.List, texts: Texts, depth: number): View {
  const items = token.items.map((item) => html`<li>${blocks(item.tokens, texts, depth + 1)}</li>`);
  return token.ordered ? html`<ol start=${Number(token.start) || 1}>${items}</ol>` : html`<ul>${items}</ul>`;
}

function markdownTable(token: Tokens.Table, texts: Texts, depth: number): View {
  return tableView(
    token.header.map((cell) => cell.text),
    token.rows.map((row) => row.map((cell) => inlines(cell.tokens, texts, depth + 1))),
    texts,
  );
}

function inlines(tokens: readonly Token[], texts: Texts, depth: number): View {
  return html`${tokens.map((token) => inline(token, texts, depth))}`;
}

function inline(token: Token, texts: Texts, depth: number): View {
  if (depth > DEEPEST) return token.raw;
  const inside = (): View => inlines(inner(token), texts, depth + 1);
  switch (token.type) {
    case 'strong':
      return html`<strong>${inside()}</strong>`;
    case 'em':
      return html`<em>${inside()}</em>`;
    case 'del':
      return html`<del>${inside()}</del>`;
    case 'codespan':
      return html`<code>${(token as Tokens.Codespan).text}</code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return link(token as Tokens.Link, inside(), texts);
    case 'image':
      return (token as Tokens.Image).text; // pictures come as a part of the message, never by address from a text
    case 'text':
    case 'escape':
      return inner(token).length ? inside() : (token as Tokens.Text).text;
    default:
      return token.raw;
  }
}

function link(token: Tokens.Link, inside: View, texts: Texts): View {
  const address = safeLink(token.href);
  if (address === null) return inside;
  return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow"
    >${inside}<span class="for-reader"> ${texts.newTab}</span></a
  >`;
}
