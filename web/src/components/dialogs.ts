import { html, type TemplateResult } from 'lit';

import { icons } from '../icons';
import type { Texts } from '../texts';

/** What is asked before something cannot be taken back. */
export type Asked = 'start-over' | 'remove';

/** A tap beside a dialog closes it. (`closedby` says the same, but not to Safari.) */
function closeIfBeside(event: MouseEvent): void {
  const dialog = event.currentTarget as HTMLDialogElement;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  if (event.target === dialog && (x < left || x > right || y < top || y > bottom)) dialog.close();
}

/** Asks; a native dialog, so Esc or a tap beside it means no and the focus goes back to where it was. */
export function confirmView(
  asked: Asked,
  failed: boolean,
  texts: Texts,
  confirm: () => void,
  cancel: () => void,
): TemplateResult {
  const isRemoval = asked === 'remove';
  return html`<dialog
    class="ask"
    aria-labelledby="asked"
    aria-describedby="consequence"
    @close=${cancel}
    @click=${closeIfBeside}
  >
    <h2 id="asked">${isRemoval ? texts.removeQuestion : texts.startOverQuestion}</h2>
    <p id="consequence">${isRemoval ? texts.removeConsequence : texts.startOverConsequence}</p>
    <p class="failed" role="alert">${failed ? texts.removeFailed : ''}</p>
    <div class="buttons">
      <button type="button" class="plain-button" @click=${cancel}>${texts.cancel}</button>
      <button type="button" class="main-button" ?data-danger=${isRemoval} @click=${confirm}>
        ${isRemoval ? texts.removeConfirm : texts.startOverConfirm}
      </button>
    </div>
  </dialog>`;
}

/** A picture as large as the window allows. */
export function viewerView(address: string, alt: string, texts: Texts, close: () => void): TemplateResult {
  return html`<dialog class="viewer" aria-label=${texts.largerView} @close=${close} @click=${closeIfBeside}>
    <img src=${address} alt=${alt} />
    <button type="button" class="tool" aria-label=${texts.close} @click=${close}>${icons.close}</button>
  </dialog>`;
}
