import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { icons } from '../icons';
import { MOST_CHARACTERS } from '../protocol';
import type { Texts } from '../texts';

/** The counter shows when fewer characters than these are left. */
const FEW_LEFT = 200;

/** Where the person types. Enter sends, Shift+Enter begins a new line. Fires `draft` and `say` with the text. */
export class Composer extends LitElement {
  @property({ attribute: false }) texts!: Texts;
  @property({ attribute: false }) draft = '';

  @query('textarea') private readonly field!: HTMLTextAreaElement | null;

  protected override createRenderRoot(): this {
    return this;
  }

  override focus(): void {
    this.field?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('draft') || !this.field) return;
    if (this.field.value !== this.draft) this.field.value = this.draft;
    this.grow(this.field);
  }

  /** Where the browser does not size the field by its content (Safari), it is made as high as that. */
  private grow(field: HTMLTextAreaElement): void {
    field.style.height = '';
    if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight + 2}px`; // and its border
  }

  protected override render(): TemplateResult {
    const { texts, left } = this;
    const isFull = left < 0;
    return html`<form class="composer" @submit=${this.submit}>
      <textarea
        rows="1"
        dir="auto"
        enterkeyhint="send"
        aria-label=${texts.question}
        aria-invalid=${isFull ? 'true' : nothing}
        aria-describedby=${left < FEW_LEFT ? 'left' : nothing}
        placeholder=${texts.placeholder}
        @input=${this.write}
        @keydown=${this.keydown}
      ></textarea>
      <button type="submit" class="send" aria-label=${texts.send} title=${texts.send} ?disabled=${!this.canSend}>
        ${icons.send}
      </button>
      <p id="left" class="left" ?data-full=${isFull} role=${isFull ? 'alert' : nothing}>
        ${left < FEW_LEFT ? (isFull ? texts.tooLong(-left) : texts.left(left)) : nothing}
      </p>
    </form>`;
  }

  private get left(): number {
    return MOST_CHARACTERS - [...this.draft.trim()].length;
  }

  private get canSend(): boolean {
    return this.draft.trim() !== '' && this.left >= 0;
  }

  private write(): void {
    this.draft = this.field?.value ?? '';
    this.dispatchEvent(new CustomEvent('draft', { detail: this.draft }));
  }

  private keydown(event: KeyboardEvent): void {
    // While a word is being composed (Japanese, dictation) Enter belongs to the composing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.say();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    this.say();
    this.focus();
  }

  private say(): void {
    if (!this.canSend) return;
    const text = this.draft.trim();
    this.draft = '';
    this.dispatchEvent(new CustomEvent('draft', { detail: '' }));
    this.dispatchEvent(new CustomEvent('say', { detail: text }));
  }
}
