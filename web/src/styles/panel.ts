import { css } from 'lit';

/** The button in the corner, the panel, its head and its foot. */
export const panel = css`
  .launcher {
    position: fixed;
    z-index: var(--_layer);
    inset-block-end: calc(var(--_edge) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--_edge) + env(safe-area-inset-right, 0px));
    display: grid;
    place-items: center;
    width: 60px;
    height: 60px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_fill);
    color: #fff;
    box-shadow: 0 6px 20px rgb(16 24 32 / 0.28);
    transition:
      transform 0.18s ease,
      background-color 0.15s;
  }
  :host([side='start']) .launcher {
    inset-inline: calc(var(--_edge) + env(safe-area-inset-left, 0px)) auto;
  }
  .launcher:hover {
    background: var(--_fill-hover);
    transform: translateY(-2px);
  }
  .launcher:focus-visible {
    outline: 3px solid var(--_surface);
    outline-offset: -6px;
    box-shadow: 0 0 0 3px var(--_link);
  }
  .launcher .icon {
    width: 28px;
    height: 28px;
  }
  .badge {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -3px;
    min-width: 22px;
    padding-inline: 5px;
    border-radius: 11px;
    border: 2px solid var(--_surface);
    background: var(--_danger-fill);
    color: #fff;
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
  }

  .panel {
    position: fixed;
    z-index: var(--_layer);
    inset: auto;
    inset-block-end: calc(var(--_edge) + 74px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--_edge) + env(safe-area-inset-right, 0px));
    width: min(25em, calc(100vw - 2 * var(--_edge)));
    height: min(41em, calc(100dvh - 94px - 2 * var(--_edge)));
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: hidden;
    overscroll-behavior: contain;
  }
  .panel[open] {
    display: flex;
    flex-direction: column;
    animation: rise 0.2s ease-out;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  :host([side='start']) .panel {
    inset-inline: calc(var(--_edge) + env(safe-area-inset-left, 0px)) auto;
  }
  .panel[data-large] {
    width: min(44em, calc(100vw - 2 * var(--_edge)));
    height: calc(100dvh - 94px - 2 * var(--_edge));
  }
  .panel:focus {
    outline: none;
  }

  .head {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.15em;
    padding: 0.7em 0.7em 0.7em 1em;
    background: var(--_fill);
    color: #fff;
  }
  .head :focus-visible {
    outline-color: #fff;
    outline-offset: -3px;
  }
  .mark {
    display: grid;
    place-items: center;
    flex: none;
    width: 2.4em;
    height: 2.4em;
    margin-inline-end: 0.6em;
    border-radius: 50%;
    background: rgb(255 255 255 / 0.18);
  }
  .title {
    flex: 1;
    min-width: 0;
  }
  .title h2 {
    font-size: 1.05em;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .title p {
    font-size: 0.82em;
    line-height: 1.3;
  }
  .menu {
    position: absolute;
    z-index: 1;
    inset-block-start: calc(100% - 0.3em);
    inset-inline-end: 0.7em;
    min-width: min(12em, 100% - 1.4em);
    max-width: calc(100% - 1.4em);
    padding: 0.35em;
    list-style: none;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .menu button,
  .menu a {
    display: flex;
    align-items: center;
    gap: 0.7em;
    width: 100%;
    min-height: 44px;
    padding: 0.3em 0.8em;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: none;
  }
  .menu button:hover,
  .menu a:hover {
    background: var(--_raised);
  }
  .menu :focus-visible {
    outline-color: var(--_link);
  }

  .dock {
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
    padding-block-end: env(safe-area-inset-bottom, 0px);
  }
  .problem {
    display: flex;
    align-items: center;
    gap: 0.6em;
    padding: 0.6em 0.9em;
    background: light-dark(#fdf0ee, #3a2422);
    font-size: 0.92em;
  }
  .problem p {
    flex: 1;
  }
  .problem > .icon {
    color: var(--_danger);
  }
  .problem .plain-button {
    flex: none;
  }
  .composer {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: end;
    gap: 0 0.5em;
    padding: 0.7em;
  }
  .composer textarea {
    field-sizing: content;
    min-height: 44px;
    max-height: 8.5em;
    padding: 9px 0.9em;
    border: 1px solid var(--_control);
    border-radius: 22px;
    background: var(--_surface);
    color: var(--_text);
    /* Smaller, and an iPhone enlarges the page when the field gets the focus. */
    font-size: max(1em, 16px);
    line-height: 1.5;
    resize: none;
  }
  .composer textarea::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  .composer textarea:focus-visible {
    outline-offset: -1px;
    border-color: var(--_link);
  }
  .composer textarea[aria-invalid] {
    outline-color: var(--_danger);
    border-color: var(--_danger);
  }
  .send {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_fill);
    color: #fff;
    transition: background-color 0.15s;
  }
  .send:hover:enabled {
    background: var(--_fill-hover);
  }
  .send:disabled {
    background: var(--_raised);
    color: var(--_quiet);
  }
  .left {
    grid-column: 1 / -1;
    padding: 0.3em 0.9em 0;
    font-size: 0.85em;
    color: var(--_quiet);
  }
  .left:empty {
    display: none;
  }
  .left[data-full] {
    color: var(--_danger);
  }

  @media (max-width: 480px), (max-height: 480px) {
    .panel,
    .panel[data-large],
    :host([side='start']) .panel {
      inset: var(--_seen-top, 0px) 0 auto 0;
      width: 100%;
      height: var(--_seen-height, 100dvh);
      border: 0;
      border-radius: 0;
    }
    .head {
      padding-block-start: calc(0.7em + env(safe-area-inset-top, 0px));
    }
    .size {
      display: none;
    }
  }
  /* Where there is little room, every line counts: with a keyboard on the screen, on the smallest phones. */
  @media (max-width: 380px), (max-height: 480px) {
    .mark {
      display: none;
    }
  }
`;
