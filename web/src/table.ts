import { html, type TemplateResult } from 'lit';

import type { Texts } from './texts';

/**
 * Figures side by side. On a narrow screen the table scrolls inside its own frame, which the keyboard reaches.
 *
 * @param columns headings; the first one is of the rows' names
 * @param rows cells, ready to be shown
 */
export function tableView(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  texts: Texts,
): TemplateResult {
  const caption = texts.table(columns.filter(Boolean).join(', '));
  return html`<div class="table" role="group" tabindex="0" aria-label=${caption}>
    <table>
      <caption class="for-reader">${caption}</caption>
      <thead>
        <tr>
          ${columns.map((column) => (column ? html`<th scope="col">${column}</th>` : html`<td></td>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, place) => (place ? html`<td>${cell}</td>` : html`<th scope="row">${cell}</th>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
