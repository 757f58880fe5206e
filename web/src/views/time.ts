import { html, nothing, type TemplateResult } from 'lit';

import type { Texts } from '../texts';

/** The time of a message in the person's own zone; with the day if it was not today. */
export function timeView(iso: string, { language }: Texts): TemplateResult | typeof nothing {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return nothing;
  const isToday = time.toDateString() === new Date().toDateString();
  const format = new Intl.DateTimeFormat(language, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  return html`<time datetime=${time.toISOString()}>${format.format(time)}</time>`;
}
