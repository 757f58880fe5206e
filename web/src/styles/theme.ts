import { css } from 'lit';

/**
 * Colors, sizes, and what every part shares. `!important` on the host is what shields it: in a shadow tree an
 * important rule of the inside wins over one of the page. Sizes are in em of the person's own text size.
 */
export const theme = css`
  :host {
    all: initial !important;
    display: block !important;
    font: var(--career-chat-font-size, medium) / 1.5 var(--career-chat-font, system-ui, 'Segoe UI', Roboto, sans-serif) !important;
    color-scheme: light dark !important;

    --_color: var(--career-chat-color, #0d6b5f);
    /* Whatever color is asked for, white is legible on the first, and the second is legible on the surface. */
    --_fill: oklch(from var(--_color) min(l, 0.5) min(c, 0.16) h);
    --_fill-hover: oklch(from var(--_color) calc(min(l, 0.5) - 0.06) min(c, 0.16) h);
    --_link: light-dark(
      oklch(from var(--_color) min(l, 0.45) min(c, 0.16) h),
      oklch(from var(--_color) max(l, 0.82) min(c, 0.12) h)
    );
    --_tint: light-dark(
      oklch(from var(--_color) 0.955 min(c, 0.025) h),
      oklch(from var(--_color) 0.34 min(c, 0.035) h)
    );
    --_surface: light-dark(#fff, #1b1f24);
    --_raised: light-dark(#f3f5f6, #272d34);
    --_text: light-dark(#1c2126, #eceff2);
    --_quiet: light-dark(#59636e, #a9b4bf);
    --_line: light-dark(#dce1e6, #3b434c);
    --_control: light-dark(#77828d, #8a96a2);
    --_danger: light-dark(#b3261e, #ff8a80);
    --_danger-fill: #b3261e;
    --_more: light-dark(rgb(0 0 0 / 0.22), rgb(255 255 255 / 0.3));
    --_shadow: 0 0.6em 2.4em rgb(16 24 32 / 0.22), 0 0.1em 0.4em rgb(16 24 32 / 0.12);
    --_radius: var(--career-chat-radius, 18px);
    --_layer: var(--career-chat-layer, 2147483000);
    --_edge: var(--career-chat-edge, 20px);
    --_touch: 36px;
  }
  :host([theme='light']) {
    color-scheme: light !important;
  }
  :host([theme='dark']) {
    color-scheme: dark !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  @media (pointer: coarse) {
    :host {
      --_touch: 44px;
    }
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button,
  textarea,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  button:disabled {
    cursor: default;
  }
  [hidden] {
    display: none !important;
  }
  p,
  h2,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  /* English words stay in order on a page from right to left. */
  p,
  h2,
  time,
  legend,
  label {
    unicode-bidi: plaintext;
  }
  :focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.15em;
  }
  .icon {
    display: block;
    flex: none;
    width: 1.25em;
    height: 1.25em;
  }
  .for-reader {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .plain {
    white-space: pre-wrap;
  }

  .tool {
    display: grid;
    place-items: center;
    flex: none;
    min-width: var(--_touch);
    min-height: var(--_touch);
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: none;
    color: inherit;
    transition: background-color 0.15s;
  }
  .tool:hover {
    background: color-mix(in srgb, currentColor 14%, transparent);
  }
  .tool[aria-pressed='true'] {
    color: var(--_link);
    background: var(--_tint);
  }
  .main-button,
  .plain-button {
    min-height: max(40px, var(--_touch));
    padding: 0.4em 1.1em;
    border-radius: 999px;
    border: 1px solid transparent;
    font-weight: 600;
    transition: background-color 0.15s;
  }
  .main-button {
    background: var(--_fill);
    color: #fff;
  }
  .main-button:hover {
    background: var(--_fill-hover);
  }
  .main-button[data-danger] {
    background: var(--_danger-fill);
  }
  .plain-button {
    background: none;
    border-color: var(--_control);
    color: var(--_text);
  }
  .plain-button:hover:enabled {
    background: var(--_tint);
  }
  .plain-button:disabled {
    color: var(--_quiet);
    border-style: dashed;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    justify-content: flex-end;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
