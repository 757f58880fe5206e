import { css } from 'lit';

/** The question before something is lost, and the larger view of a picture. */
export const dialogs = css`
  .ask,
  .viewer {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .ask {
    width: min(24em, calc(100vw - 32px));
    padding: 1.3em;
  }
  .ask h2 {
    font-size: 1.15em;
    line-height: 1.3;
  }
  .ask > * + * {
    margin-block-start: 0.8em;
  }
  .ask .failed {
    color: var(--_danger);
  }
  .ask .failed:empty {
    display: none;
  }
  .viewer {
    max-width: min(1100px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: 0;
    background: #fff;
    overflow: auto;
  }
  .viewer img {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .viewer .tool {
    position: fixed;
    inset-block-start: 16px;
    inset-inline-end: 16px;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    background: #1c2126;
    color: #fff;
  }
  /* On a phone the picture is larger than the screen, so that its words can be read, and one moves over it. */
  @media (max-width: 480px), (max-height: 480px) {
    .viewer {
      width: 100vw;
      height: 100dvh;
      max-width: none;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
    .viewer[open] {
      display: grid;
      align-items: safe center;
    }
    .viewer img {
      width: max(100%, 40em);
      max-width: none;
    }
  }
  ::backdrop {
    background: rgb(12 16 20 / 0.6);
  }
`;
