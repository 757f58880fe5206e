import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { icons } from '../icons';
import { REASONS, type Rating, type Reason } from '../protocol';
import type { Texts } from '../texts';

const MOST_CHARACTERS = 500;

type Stage = 'idle' | 'reason' | 'thanks';

/**
 * Thumbs, the reason of a thumb down, and a button that copies, below one answer. Its elements stand in the shadow
 * root of the chat, so that they share its styles.
 */
export class AnswerTools extends LitElement {
  @property({ attribute: false }) texts!: Texts;
  @property({ attribute: false }) helped: boolean | undefined;
  @property({ attribute: false }) rateable = false;
  @property({ attribute: false }) rate!: (rating: Rating) => Promise<void>;
  /** What is copied: the Markdown of the answer, which reads well as plain text. */
  @property({ attribute: false }) words = '';

  @state() private stage: Stage = 'idle';
  @state() private reason: Reason | undefined;
  @state() private hasFailed = false;
  @state() private copying: 'idle' | 'copied' | 'failed' = 'idle';

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    return html`${this.rateable ? this.thumbs() : nothing}
      ${this.words ? this.copyButton() : nothing} ${this.stage === 'reason' ? this.reasonForm() : nothing}
      <p class="said-back" role="status">${this.message()}</p>`;
  }

  private thumbs(): TemplateResult {
    const { texts } = this;
    const thumb = (helped: boolean): TemplateResult => {
      const words = helped ? texts.helpful : texts.notHelpful;
      return html`<button
        type="button"
        class="tool"
        aria-label=${words}
        title=${words}
        aria-pressed=${String(this.helped === helped)}
        @click=${() => this.thumb(helped)}
      >
        ${helped ? icons.thumbsUp : icons.thumbsDown}
      </button>`;
    };
    return html`<span class="thumbs" role="group" aria-label=${texts.wasHelpful}>${thumb(true)}${thumb(false)}</span>`;
  }

  private copyButton(): TemplateResult {
    const { texts } = this;
    return html`<button type="button" class="tool" aria-label=${texts.copy} title=${texts.copy} @click=${this.copy}>
      ${this.copying === 'copied' ? icons.done : icons.copy}
    </button>`;
  }

  private reasonForm(): TemplateResult {
    const { texts } = this;
    return html`<form class="reason" @submit=${this.explain}>
      <fieldset>
        <legend>${texts.whatWasWrong}</legend>
        ${REASONS.map(
          (reason) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="reason"
                required
                .checked=${this.reason === reason}
                @change=${() => (this.reason = reason)}
              /><span>${texts.reasons[reason]}</span></label
            >`,
        )}
      </fieldset>
      <label class="comment"
        ><span>${texts.comment}</span><textarea name="comment" rows="2" dir="auto" maxlength=${MOST_CHARACTERS}></textarea>
      </label>
      <div class="buttons">
        <button type="button" class="plain-button" @click=${() => this.finish('thanks')}>${texts.noReason}</button>
        <button type="submit" class="main-button">${texts.sendRating}</button>
      </div>
    </form>`;
  }

  private message(): string {
    if (this.hasFailed) return this.texts.ratingFailed;
    if (this.stage === 'thanks') return this.texts.thanks;
    if (this.copying === 'copied') return this.texts.copied;
    return this.copying === 'failed' ? this.texts.copyFailed : '';
  }

  /** A thumb counts at once; the reason, if one is given, takes its place. */
  private async thumb(helped: boolean): Promise<void> {
    this.copying = 'idle';
    if (!(await this.send({ helped }))) return;
    this.stage = helped ? 'thanks' : 'reason';
    if (helped) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>('input[type=radio]')?.focus();
    this.querySelector('form')?.scrollIntoView({ block: 'nearest' });
  }

  private async explain(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const comment = new FormData(event.target as HTMLFormElement).get('comment')?.toString().trim();
    const isSaved = await this.send({
      helped: false,
      ...(this.reason && { reason: this.reason }),
      ...(comment && { comment }),
    });
    if (isSaved) await this.finish('thanks');
  }

  private async send(rating: Rating): Promise<boolean> {
    this.hasFailed = false;
    try {
      await this.rate(rating);
    } catch {
      this.hasFailed = true;
    }
    return !this.hasFailed;
  }

  /** The form goes; the thumb that opened it has the focus again. */
  private async finish(stage: Stage): Promise<void> {
    this.stage = stage;
    this.reason = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.thumbs [aria-pressed=true]')?.focus();
  }

  private async copy(): Promise<void> {
    this.hasFailed = false;
    if (this.stage === 'thanks') this.stage = 'idle';
    try {
      await navigator.clipboard.writeText(this.words);
      this.copying = 'copied';
    } catch {
      this.copying = 'failed'; // refused, or a page without https, where there is no clipboard
    }
  }
}
