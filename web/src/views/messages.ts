import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';

import type { Notice, Said } from '../conversation';
import { icons } from '../icons';
import { safePicture } from '../links';
import { markdownView } from '../markdown';
import type { Answer, QuickReply } from '../protocol';
import { ANSWERS_LANGUAGE, type Texts } from '../texts';
import { timeView } from './time';

/** What the person did with the whole message. */
export interface AnswerActions {
  readonly choose: (button: QuickReply) => void;
  readonly enlarge: (address: string, alt: string) => void;
}

/** A message of the person: text as typed, whatever it holds. */
export function saidView(said: Said, texts: Texts): TemplateResult {
  const state = texts.states[said.state];
  return html`<div class="entry said ${said.state}">
    <p class="bubble plain" dir="auto"><span class="for-reader">${texts.you} </span>${said.text}</p>
    <p class="foot">${state || timeView(said.time, texts)}</p>
  </div>`;
}

/** A line between the messages. */
export const noticeView = (notice: Notice, texts: Texts): TemplateResult =>
  html`<p class="notice">${notice.what === 'removed' ? texts.removed : texts.sessionEnded}</p>`;

/**
 * An answer.
 *
 * @param foot what stands below it: the time, the thumbs; `nothing` if more of the same answer follows
 */
export function answerView(
  answer: Answer,
  server: URL,
  texts: Texts,
  actions: AnswerActions,
  foot: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<div class="entry answer ${foot === nothing ? 'goes-on' : ''}">
    <div class="bubble" dir="auto" lang=${ANSWERS_LANGUAGE}>
      <span class="for-reader" lang=${texts.language}>${texts.assistant} </span>
      ${guard([answer, texts], () => (answer.text ? markdownView(answer.text, texts, answer.table) : nothing))}
      ${answer.image ? pictureView(answer.image, answer.alt, server, texts, actions) : nothing}
    </div>
    ${foot === nothing ? nothing : html`<div class="foot">${foot}</div>`}
  </div>`;
}

function pictureView(
  path: string,
  alt: string,
  server: URL,
  texts: Texts,
  { enlarge }: AnswerActions,
): TemplateResult {
  const words = alt || texts.picture;
  const instead = html`<p>${texts.noPicture} ${words}</p>`;
  const address = safePicture(path, server);
  if (address === null) return instead;
  const onError = (event: Event): void => {
    (event.target as HTMLElement).closest('.picture')?.toggleAttribute('data-broken', true);
  };
  return html`<div class="picture">
    <button type="button" @click=${() => enlarge(address, words)}>
      <img src=${address} alt=${words} decoding="async" @error=${onError} />
      <span class="for-reader">${texts.largerView}</span>
    </button>
    <div class="instead">${instead}</div>
  </div>`;
}

/**
 * What may be answered without typing.
 *
 * @param next what the person said after it: quick replies work as long as nothing was
 */
export function quickRepliesView(
  buttons: readonly QuickReply[],
  next: Said | undefined,
  texts: Texts,
  { choose }: AnswerActions,
): TemplateResult | typeof nothing {
  if (!buttons.length) return nothing;
  return html`<div class="replies" role="group" aria-label=${texts.suggestions} lang=${ANSWERS_LANGUAGE}>
    ${buttons.map((button) => {
      const isChosen = next?.text === button.title;
      return html`<button
        type="button"
        class="reply"
        dir="auto"
        ?disabled=${next !== undefined}
        aria-pressed=${isChosen ? 'true' : nothing}
        @click=${() => choose(button)}
      >
        ${isChosen ? icons.done : nothing}<span>${button.title}</span>
      </button>`;
    })}
  </div>`;
}
