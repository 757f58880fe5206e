import { css } from 'lit';

/** The conversation. */
export const messages = css`
  .log {
    flex: 1;
    min-height: 0;
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 1em;
    padding: 1em;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_control) transparent;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .entry {
    display: flex;
    flex-direction: column;
    max-width: 100%;
    animation: appear 0.18s ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  .bubble {
    position: relative;
    padding: 0.65em 0.95em;
    border-radius: 16px;
    overflow-wrap: anywhere;
  }
  .said {
    align-items: flex-end;
  }
  .said .bubble {
    max-width: 86%;
    border-end-end-radius: 5px;
    background: var(--_fill);
    color: #fff;
  }
  .said:is(.waiting, .failed, .refused) .bubble {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: inset 0 0 0 1px var(--_control);
  }
  .answer {
    align-items: flex-start;
  }
  .answer .bubble {
    max-width: 100%;
    border-end-start-radius: 5px;
    background: var(--_raised);
  }
  .bubble > * + *,
  .bubble blockquote > * + * {
    margin-block-start: 0.65em;
  }
  .bubble > .for-reader + * {
    margin-block-start: 0;
  }
  .bubble :is(ul, ol) {
    padding-inline-start: 1.3em;
  }
  .bubble li + li {
    margin-block-start: 0.25em;
  }
  .bubble blockquote {
    margin-inline: 0;
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--_control);
  }
  .bubble pre {
    overflow-x: auto;
    margin-block-end: 0;
  }
  .bubble :is(code, pre) {
    font-family: ui-monospace, monospace;
    font-size: 0.93em;
  }
  .bubble hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
  .source {
    display: flex;
    gap: 0.5em;
    padding-block-start: 0.6em;
    border-block-start: 1px solid var(--_line);
    color: var(--_quiet);
    font-size: 0.86em;
    line-height: 1.45;
  }
  .source .icon {
    margin-block-start: 0.1em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.15em;
    padding-inline: 0.4em;
    color: var(--_quiet);
    font-size: 0.8em;
  }
  .foot time {
    margin-inline-end: 0.4em;
  }
  .said .foot {
    padding-block-start: 0.25em;
  }
  .said:is(.failed, .refused) .foot {
    color: var(--_danger);
  }
  career-chat-tools {
    display: contents;
  }
  .foot .icon {
    width: 17px;
    height: 17px;
  }
  .thumbs {
    display: flex;
  }
  .said-back:not(:empty) {
    margin-inline-start: 0.4em;
  }
  .goes-on + .answer {
    margin-block-start: -0.5em;
  }
  .disclosure {
    padding: 0.5em 0.4em 0;
    color: var(--_quiet);
    font-size: 0.82em;
    line-height: 1.45;
  }
  .notice {
    align-self: center;
    max-width: 90%;
    padding: 0.35em 1em;
    border-radius: 12px;
    background: var(--_tint);
    font-size: 0.88em;
    text-align: center;
  }

  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: -0.4em;
  }
  .starters {
    margin-block-start: 0;
  }
  .reply {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: max(38px, var(--_touch));
    max-width: 100%;
    padding: 0.3em 1em;
    border: 1px solid var(--_link);
    border-radius: 19px;
    background: var(--_surface);
    color: var(--_link);
    font-size: 0.94em;
    font-weight: 550;
    line-height: 1.35;
    text-align: start;
    overflow-wrap: anywhere;
    transition: background-color 0.15s;
  }
  .reply:hover:enabled {
    background: var(--_tint);
  }
  .reply:disabled {
    border-color: var(--_line);
    color: var(--_quiet);
  }
  .reply[aria-pressed='true'] {
    border-color: var(--_link);
    background: var(--_tint);
    color: var(--_text);
  }

  .table {
    position: relative;
    max-width: 100%;
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: 10px;
    font-size: 0.92em;
    scrollbar-width: thin;
    /* A shadow on the side where there is more: the covers move with the table, the shadows do not. */
    background:
      linear-gradient(to right, var(--_surface) 50%, transparent) 0 0 / 40px 100% local,
      linear-gradient(to left, var(--_surface) 50%, transparent) 100% 0 / 40px 100% local,
      linear-gradient(to right, var(--_more), transparent) 0 0 / 14px 100% scroll,
      linear-gradient(to left, var(--_more), transparent) 100% 0 / 14px 100% scroll;
    background-repeat: no-repeat;
    background-color: var(--_surface);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: 0.45em 0.75em;
    text-align: start;
    vertical-align: top;
    overflow-wrap: normal;
  }
  tbody :is(th, td) {
    border-block-start: 1px solid var(--_line);
  }
  tbody th {
    font-weight: 550;
  }
  thead {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .picture button {
    display: block;
    width: 100%;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: #fff;
    overflow: hidden;
    cursor: zoom-in;
  }
  .picture img {
    display: block;
    width: 100%;
    height: auto;
    min-height: 4em;
  }
  .picture .instead,
  .picture[data-broken] button {
    display: none;
  }
  .picture[data-broken] .instead {
    display: block;
  }

  .reason {
    flex-basis: 100%;
    display: grid;
    gap: 0.7em;
    margin-block: 0.4em;
    padding: 0.9em;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_text);
    font-size: 1.12em;
  }
  .reason legend {
    padding: 0;
    margin-block-end: 0.3em;
    font-weight: 650;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: var(--_touch);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    margin: 0;
    accent-color: var(--_link);
  }
  .comment {
    display: grid;
    gap: 0.25em;
  }
  .comment textarea {
    width: 100%;
    padding: 0.5em 0.7em;
    border: 1px solid var(--_control);
    border-radius: 10px;
    background: var(--_surface);
    color: var(--_text);
    font-size: max(1em, 16px);
    resize: vertical;
  }

  .typing {
    display: flex;
    gap: 5px;
    align-self: flex-start;
    padding: 0.95em 1.05em;
    border-radius: 16px;
    border-end-start-radius: 5px;
    background: var(--_raised);
  }
  .typing span {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--_quiet);
    animation: breathe 1.2s infinite ease-in-out;
  }
  .typing span:nth-child(2) {
    animation-delay: 0.15s;
  }
  .typing span:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }
`;
