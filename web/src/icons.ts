import { svg, html, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;

const thumb = svg`<path d="M7 11v8.5M7 11l3.8-7.2a2 2 0 0 1 2.4 2.3L12.6 10h5.2a1.9 1.9 0 0 1 1.9 2.3l-1.2 5.7a2 2 0 0 1-1.9 1.5H4.8a.8.8 0 0 1-.8-.8v-6.9a.8.8 0 0 1 .8-.8Z"/>`;

/** All drawn on a grid of 24 in the color of the text. */
export const icons = {
  chat: icon(svg`<path d="M20.5 11.6a8 8 0 0 1-8.3 7.7 9 9 0 0 1-3.6-.7L4 20l1.3-4a7.3 7.3 0 0 1-1.3-4.4 8 8 0 0 1 8.2-7.7 8 8 0 0 1 8.3 7.7Z"/><path d="M8.8 11.7h.01M12.3 11.7h.01M15.8 11.7h.01"/>`),
  down: icon(svg`<path d="m6 9.5 6 6 6-6"/>`),
  close: icon(svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`),
  menu: icon(svg`<path stroke-width="3.5" d="M12 5.5h.01M12 12h.01M12 18.5h.01"/>`),
  expand: icon(svg`<path d="M14.5 4.5h5v5M19.5 4.5l-6 6M9.5 19.5h-5v-5M4.5 19.5l6-6"/>`),
  shrink: icon(svg`<path d="M19.5 9.5h-5v-5M14.5 9.5l5.5-5.5M4.5 14.5h5v5M9.5 14.5 4 20"/>`),
  send: icon(svg`<path d="M12 19V5.5M5.8 11.5 12 5.3l6.2 6.2"/>`),
  again: icon(svg`<path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.4L4.5 8.8M4.5 4.3v4.5H9"/>`),
  bin: icon(svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 11v5M13.8 11v5"/>`),
  save: icon(svg`<path d="M12 4.5v10M7.5 10.5l4.5 4.5 4.5-4.5M5 19.5h14"/>`),
  lock: icon(svg`<rect x="5" y="10.5" width="14" height="9" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`),
  thumbsUp: icon(thumb),
  thumbsDown: icon(svg`<g transform="rotate(180 12 12)">${thumb}</g>`),
  copy: icon(svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 5.5a1 1 0 0 0-1-1h-9a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1"/>`),
  done: icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`),
  source: icon(svg`<path d="M9.5 14.5l5-5M11 6.8l1.2-1.2a4.4 4.4 0 0 1 6.2 6.2L17.2 13M13 17.2l-1.2 1.2a4.4 4.4 0 0 1-6.2-6.2L6.8 11"/>`),
  problem: icon(svg`<circle cx="12" cy="12" r="8"/><path d="M12 8v4.5M12 15.8h.01"/>`),
} as const;
