import { html, nothing, type TemplateResult } from 'lit';

import type { Texts } from '../texts';

/** The time of a message in the person's own zone; with the day if it was not today. Empty if it is no time. */
export function timeText(iso: string, { language }: Texts): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  const isToday = time.toDateString() === new Date().toDateString();
  const format = new Intl.DateTimeFormat(language, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  return format.format(time);
}

/** The same as an element. */
export function timeView(iso: string, texts: Texts): TemplateResult | typeof nothing {
  const words = timeText(iso, texts);
  return words ? html`<time datetime=${new Date(iso).toISOString()}>${words}</time>` : nothing;
}
