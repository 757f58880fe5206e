import { css } from 'lit';

/** The person's own colors in place of ours: what was told by a background is told by a line. */
export const forcedColors = css`
  @media (forced-colors: active) {
    .tool,
    .main-button,
    .reply,
    .send,
    .launcher {
      border: 1px solid ButtonText;
    }
    .send:disabled {
      border-color: GrayText;
    }
    .tool[aria-pressed='true'],
    .reply[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .bubble,
    .typing,
    .notice {
      border: 1px solid CanvasText;
    }
    .said .bubble {
      border-style: dashed;
    }
    .typing span {
      background: CanvasText;
    }
  }
`;
