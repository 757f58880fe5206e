import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { Api } from '../api';
import { Conversation, type Entry, type Problem, type Said } from '../conversation';
import { icons } from '../icons';
import { safeLink } from '../links';
import { Memory } from '../memory';
import type { Answer, QuickReply } from '../protocol';
import { serverAt } from '../server';
import { styles } from '../styles';
import { ANSWERS_LANGUAGE, textsFor, type Texts } from '../texts';
import { saveText, transcriptOf } from '../transcript';
import { answerView, noticeView, quickRepliesView, saidView, type AnswerActions } from '../views/messages';
import { problemView } from '../views/problem';
import { timeView } from '../views/time';
import { AnswerTools } from './answer-tools';
import { Composer } from './composer';
import { confirmView, viewerView, type Asked } from './dialogs';

/** Upright or on its side; the same as in styles/panel.ts. */
const PHONE = '(max-width: 480px), (max-height: 480px)';
const TOUCH = '(pointer: coarse)';

/** Register an inner element; its name is the widget's own. */
const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element);
};

/** The chat: a button in the corner of the page, and the panel that it opens. docs/widget.md tells how to use it. */
export class CareerChat extends LitElement {
  static override styles = styles;

  /** Title of the panel. */
  @property() heading = '';
  /** Color of buttons and links, any CSS color. */
  @property() color = '';
  /** Corner of the page: `start` or `end` of a line of text. */
  @property({ reflect: true }) side: 'start' | 'end' = 'end';
  /** First words of the assistant. */
  @property() greeting = '';
  /** Questions to start with, as a JSON list of strings in the attribute. */
  @property({ attribute: 'starters', converter: { fromAttribute: startersFrom } }) starters: readonly string[] | null =
    null;
  /** Address of the assistant's server; without it the one that the script came from. */
  @property() server = '';
  /** `light`, `dark`, or `auto`: as the person has set it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Address of a page that tells what happens with what is typed. */
  @property() privacy = '';
  /** Whether the panel is open. */
  @property({ type: Boolean, attribute: 'open', reflect: true }) opened = false;

  @state() private isLarge = false;
  @state() private isMenuOpen = false;
  @state() private unread = 0;
  @state() private now = 0;
  @state() private asked: Asked | null = null;
  @state() private hasFailed = false;
  @state() private enlarged: { readonly address: string; readonly alt: string } | null = null;

  @query('.panel') private readonly panel!: HTMLDialogElement;
  @query('.log') private readonly log!: HTMLElement;
  @query('.launcher') private readonly launcher!: HTMLElement;
  @query('.menu-button') private readonly menuButton!: HTMLElement;
  @query('career-chat-composer') private readonly composer!: Composer;

  #url = serverAt('');
  #memory!: Memory;
  #conversation: Conversation | null = null;
  #isShown = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    define('career-chat-tools', AnswerTools);
    define('career-chat-composer', Composer);
  }

  // What a page may call.

  /** Open the panel. */
  open(): void {
    this.opened = true;
  }

  /** Close the panel. */
  close(): void {
    this.opened = false;
  }

  toggle(): void {
    this.opened = !this.opened;
  }

  /** Open the panel and send a message as the person's. */
  async send(text: string): Promise<void> {
    const words = text.trim();
    this.open();
    if (!words) return;
    await this.updateComplete;
    await this.#conversation?.say(words);
  }

  /** Leave this conversation; the next message begins a new one. Nothing is deleted from the server. */
  reset(): void {
    this.#conversation?.startOver();
  }

  // Life of the element.

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connect();
    // Not on a phone, where it would cover every page that one goes on to.
    if (this.#memory.tab.isOpen && !matchMedia(PHONE).matches) this.opened = true;
    window.visualViewport?.addEventListener('resize', this.#fitKeyboard);
    window.visualViewport?.addEventListener('scroll', this.#fitKeyboard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#conversation?.close();
    this.#conversation = null;
    clearInterval(this.#clock);
    window.visualViewport?.removeEventListener('resize', this.#fitKeyboard);
    window.visualViewport?.removeEventListener('scroll', this.#fitKeyboard);
  }

  #connect(): void {
    this.#conversation?.close();
    this.#url = serverAt(this.server);
    this.#memory = new Memory(this.#url);
    const conversation = new Conversation(new Api(this.#url), this.#memory);
    conversation.addEventListener('change', () => this.requestUpdate());
    conversation.addEventListener('message', (event) => this.#onMessage((event as CustomEvent<Said | Answer>).detail));
    conversation.addEventListener('problem', (event) => this.#onProblem((event as CustomEvent<Problem>).detail));
    this.#conversation = conversation;
    if (this.#isShown && this.opened) void conversation.load();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('server') && this.#isShown) this.#connect();
    if (changed.has('opened') && this.opened) this.unread = 0;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('color')) {
      // CSSOM takes no other property along, whatever the string holds.
      if (this.color) this.style.setProperty('--career-chat-color', this.color);
      else this.style.removeProperty('--career-chat-color');
    }
    if (changed.has('opened')) void this.#showPanel(this.#isShown);
    this.#isShown = true;
    for (const dialog of this.renderRoot.querySelectorAll<HTMLDialogElement>('.ask, .viewer')) {
      if (!dialog.open) dialog.showModal();
    }
  }

  /**
   * Modal where it covers the page, so that the keyboard cannot wander behind it; else beside the page.
   *
   * @param takesFocus false while the page loads: whoever reads it has not asked for the chat
   */
  async #showPanel(takesFocus: boolean): Promise<void> {
    if (this.opened === this.panel.open) return;
    this.#memory.keepInTab({ isOpen: this.opened });
    this.#emit(this.opened ? 'open' : 'close', undefined);
    if (!this.opened) {
      this.panel.close();
      this.isMenuOpen = false;
      if (takesFocus) this.launcher.focus();
      return;
    }
    const before = document.activeElement;
    if (matchMedia(PHONE).matches) this.panel.showModal();
    else this.panel.show();
    this.#fitKeyboard();
    await this.composer.updateComplete;
    if (takesFocus) this.#focusToGoOn();
    else if (before instanceof HTMLElement && before !== document.body) before.focus();
    else (this.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    await this.#conversation?.load();
    await this.updateComplete;
    this.#scrollToNewest();
  }

  #onMessage(message: Said | Answer): void {
    if (!this.opened && message.from === 'assistant') this.unread += 1;
    this.#emit('message', { from: message.from, id: message.id, text: message.text });
    void this.updateComplete.then(() => this.#scrollToNewest());
  }

  #onProblem(problem: Problem): void {
    this.now = Date.now();
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      this.now = Date.now();
      if (this.now >= problem.until) clearInterval(this.#clock);
    }, 1000);
    this.#emit('error', { code: problem.code, message: problem.message });
    void this.updateComplete.then(() => this.#scrollToNewest()); // what it says takes room from the messages
  }

  #emit(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`career-chat:${name}`, { detail, bubbles: true, composed: true }));
  }

  /** Show the newest answer from the question on; a long answer is read from its beginning. */
  #scrollToNewest(): void {
    const questions = this.log.querySelectorAll<HTMLElement>('.said');
    const last = questions[questions.length - 1];
    if (last) this.log.scrollTop = last.offsetTop - this.log.offsetTop - 8;
  }

  /** On a phone the keyboard covers the page without making it smaller; the panel keeps to what is left. */
  readonly #fitKeyboard = (): void => {
    const seen = window.visualViewport;
    if (!seen || !this.opened) return;
    this.panel.style.setProperty('--_seen-height', `${seen.height}px`);
    this.panel.style.setProperty('--_seen-top', `${seen.offsetTop}px`);
  };

  // What is shown.

  private get texts(): Texts {
    return textsFor(this.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang || navigator.language);
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    return html`<section aria-label=${this.heading || texts.heading} lang=${texts.language}>
        <button
          type="button"
          class="launcher"
          aria-expanded=${String(this.opened)}
          @click=${this.toggle}
        >
          <span class="for-reader">${this.launcherWords(texts)}</span>
          ${this.opened ? icons.down : icons.chat}
          ${this.unread ? html`<span class="badge" aria-hidden="true">${Math.min(this.unread, 99)}</span>` : nothing}
        </button>
        <p class="for-reader" role="status">${this.unread ? texts.unread(this.unread) : ''}</p>
      </section>
      <dialog
        class="panel"
        aria-label=${this.heading || texts.heading}
        lang=${texts.language}
        ?data-large=${this.isLarge}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @cancel=${this.onCancel}
      >
        ${this.header(texts)} ${this.messages(texts)} ${this.footer(texts)}
      </dialog>
      ${this.asked
        ? confirmView(this.asked, this.hasFailed, texts, this.confirm, () => (this.asked = null))
        : nothing}
      ${this.enlarged
        ? viewerView(this.enlarged.address, this.enlarged.alt, texts, () => (this.enlarged = null))
        : nothing}`;
  }

  private launcherWords(texts: Texts): string {
    if (this.opened) return texts.closeChat;
    return this.unread ? `${texts.openChat} (${texts.unread(this.unread)})` : texts.openChat;
  }

  private header(texts: Texts): TemplateResult {
    const privacy = this.privacy ? safeLink(this.privacy, document.baseURI) : null;
    const tool = (words: string, icon: unknown, act: () => void, kind = ''): TemplateResult =>
      html`<button type="button" class="tool ${kind}" aria-label=${words} title=${words} @click=${act}>${icon}</button>`;
    const size = this.isLarge ? texts.makeSmaller : texts.makeLarger;
    return html`<div class="head">
      <div class="mark">${icons.chat}</div>
      <div class="title">
        <h2>${this.heading || texts.heading}</h2>
        <p>${texts.automated}</p>
      </div>
      ${tool(size, this.isLarge ? icons.shrink : icons.expand, () => (this.isLarge = !this.isLarge), 'size')}
      <button
        type="button"
        class="tool menu-button"
        aria-label=${texts.more}
        title=${texts.more}
        aria-expanded=${String(this.isMenuOpen)}
        aria-controls="menu"
        @click=${() => (this.isMenuOpen = !this.isMenuOpen)}
      >
        ${icons.menu}
      </button>
      ${tool(texts.closeChat, icons.close, () => this.close())}
      <ul id="menu" class="menu" ?hidden=${!this.isMenuOpen}>
        ${this.#conversation?.isEmpty
          ? nothing
          : html`<li>
              <button type="button" @click=${this.save}>${icons.save}${texts.save}</button>
            </li>`}
        <li>
          <button type="button" @click=${() => this.ask('start-over')}>${icons.again}${texts.startOver}</button>
        </li>
        <li>
          <button type="button" @click=${() => this.ask('remove')}>${icons.bin}${texts.remove}</button>
        </li>
        ${privacy
          ? html`<li>
              <a href=${privacy} target="_blank" rel="noopener"
                >${icons.lock}${texts.privacy}<span class="for-reader"> ${texts.newTab}</span></a
              >
            </li>`
          : nothing}
      </ul>
    </div>`;
  }

  private messages(texts: Texts): TemplateResult {
    const conversation = this.#conversation;
    const entries = conversation?.entries ?? [];
    return html`<div class="log" tabindex="0" role="log" aria-label=${texts.messages}>
        <div class="entry answer">
          <div class="bubble" dir="auto">
            <span class="for-reader">${texts.assistant} </span>
            <p>${this.greeting || texts.greeting}</p>
          </div>
          <p class="disclosure">${texts.disclosure}</p>
        </div>
        ${conversation?.isNew ? this.starterQuestions(texts) : nothing}
        ${repeat(
          entries,
          (entry) => entry.id,
          (entry, place) => this.entry(entry, entries.slice(place + 1), texts),
        )}
        ${conversation?.isBusy
          ? html`<div class="typing" aria-hidden="true"><span></span><span></span><span></span></div>`
          : nothing}
      </div>
      <p class="for-reader" role="status">${conversation?.isBusy ? texts.typing : ''}</p>`;
  }

  private starterQuestions(texts: Texts): TemplateResult {
    const starters = this.starters ?? texts.starters;
    return html`<div
      class="replies starters"
      role="group"
      aria-label=${texts.starterQuestions}
      lang=${this.starters ? nothing : ANSWERS_LANGUAGE}
    >
      ${starters.map(
        (starter) =>
          html`<button type="button" class="reply" dir="auto" @click=${() => this.say(starter)}>${starter}</button>`,
      )}
    </div>`;
  }

  private entry(entry: Entry, later: readonly Entry[], texts: Texts): TemplateResult {
    if (entry.from === 'widget') return noticeView(entry, texts);
    if (entry.from === 'person') return saidView(entry, texts);
    // The time and the quick replies of all answers to one question stand below the last of them.
    const isLast = !isSameQuestion(entry, later[0]);
    const foot = isLast || entry.rateable ? html`${timeView(entry.time, texts)}${this.tools(entry, texts)}` : nothing;
    return html`${answerView(entry, this.#url, texts, this.#actions, foot)}
    ${isLast ? this.quickReplies(entry, later, texts) : nothing}`;
  }

  private quickReplies(answer: Answer, later: readonly Entry[], texts: Texts): unknown {
    const entries = this.#conversation?.entries ?? [];
    const buttons = entries.flatMap((entry) => (isSameQuestion(answer, entry) ? entry.buttons : []));
    const next = later.find((entry) => entry.from === 'person');
    return quickRepliesView(buttons, next, texts, this.#actions);
  }

  private tools(answer: Answer, texts: Texts): TemplateResult | typeof nothing {
    const words = this.wordsAbove(answer);
    if (!words && !answer.rateable) return nothing;
    return html`<career-chat-tools
      .texts=${texts}
      .rateable=${answer.rateable}
      .helped=${this.#conversation?.ratingOf(answer.id)}
      .rate=${async (rating: Parameters<Conversation['rate']>[1]) => this.#conversation?.rate(answer.id, rating)}
      .words=${words}
    ></career-chat-tools>`;
  }

  /** The words of an answer and of the parts before it that have no copy button of their own. */
  private wordsAbove(answer: Answer): string {
    const entries = this.#conversation?.entries ?? [];
    const parts = entries.filter((entry) => isSameQuestion(answer, entry)) as Answer[];
    const upTo = parts.slice(0, parts.indexOf(answer) + 1);
    const start = upTo.slice(0, -1).findLastIndex((part) => part.rateable) + 1;
    return upTo
      .slice(start)
      .map((part) => part.text)
      .filter(Boolean)
      .join('\n\n');
  }

  private footer(texts: Texts): TemplateResult {
    const conversation = this.#conversation;
    const problem = conversation?.problem;
    return html`<div class="dock">
      <div role="alert">
        ${problem
          ? problemView(
              problem,
              conversation.hasUnsent,
              this.now,
              texts,
              () => this.#andFocus(conversation.retry()),
              () => this.#andFocus(conversation.dismissProblem()),
            )
          : nothing}
      </div>
      <career-chat-composer
        .texts=${texts}
        .draft=${this.#memory.tab.draft}
        @draft=${(event: CustomEvent<string>) => this.#memory.keepInTab({ draft: event.detail })}
        @say=${(event: CustomEvent<string>) => this.say(event.detail)}
      ></career-chat-composer>
    </div>`;
  }

  // What the person does.

  readonly #actions: AnswerActions = {
    choose: (button: QuickReply) => this.#andFocus(this.#conversation?.choose(button)),
    enlarge: (address: string, alt: string) => {
      this.enlarged = { address, alt };
    },
  };

  private say(text: string): void {
    this.#andFocus(this.#conversation?.say(text));
  }

  /** The button that was used is gone or disabled: the focus goes to where one goes on from. */
  #andFocus(work: Promise<void> | undefined): void {
    void work;
    this.#focusToGoOn();
  }

  /**
   * Where one goes on from: the field. On a touch screen only if one was typing there: the keyboard that comes with it
   * would cover the answer.
   */
  #focusToGoOn(): void {
    const isTyping = this.composer.contains(this.shadowRoot?.activeElement ?? null);
    if (matchMedia(TOUCH).matches && !isTyping) this.log.focus({ preventScroll: true });
    else this.composer.focus();
  }

  private save(): void {
    this.isMenuOpen = false;
    this.menuButton.focus();
    saveText('chat.txt', transcriptOf(this.#conversation?.entries ?? [], this.texts));
  }

  private ask(asked: Asked): void {
    this.isMenuOpen = false;
    this.menuButton.focus(); // where the focus comes back to
    this.hasFailed = false;
    this.asked = asked;
  }

  private readonly confirm = async (): Promise<void> => {
    try {
      if (this.asked === 'remove') await this.#conversation?.remove();
      else this.#conversation?.startOver();
    } catch {
      this.hasFailed = true;
      return;
    }
    this.asked = null;
    await this.updateComplete;
    this.#focusToGoOn();
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.isMenuOpen) {
      this.isMenuOpen = false;
      this.menuButton.focus();
    } else this.close();
  }

  /** A click beside the menu closes it. */
  private onClick(event: Event): void {
    const isBeside = !event.composedPath().some((one) => one instanceof Element && one.matches('.menu, .menu-button'));
    if (isBeside) this.isMenuOpen = false;
  }

  /** The back gesture of a phone closes a modal panel without a key. */
  private onCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }
}

/** Whether an entry answers the same question as an answer. */
const isSameQuestion = (answer: Answer, entry: Entry | undefined): entry is Answer =>
  entry?.from === 'assistant' && entry.replyTo === answer.replyTo;

/** A list of questions from an attribute; what is no JSON list is reported in the console and not used. */
function startersFrom(value: string | null): readonly string[] | null {
  if (value === null) return null;
  try {
    const list: unknown = JSON.parse(value);
    if (Array.isArray(list)) return list.filter((item): item is string => typeof item === 'string' && item !== '');
  } catch {
    // Said below.
  }
  console.warn(`career-chat: starters='${value}' is no JSON list of questions; the usual ones are shown`);
  return null;
}
