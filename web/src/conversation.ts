import { ApiError, type Api } from './api';
import { newId } from './ids';
import type { Memory } from './memory';
import { wordsOf, type Answer, type Outgoing, type Question, type QuickReply, type Rating } from './protocol';
import { oneForAllTabs } from './turns';

/** A message of the person, and how far it has come. */
export interface Said extends Question {
  /** `failed`: will be sent again; `refused`: the server will not take it. */
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'refused';
}

/** A line of the widget's own between the messages. */
export interface Notice {
  readonly from: 'widget';
  readonly id: string;
  readonly what: 'session_ended' | 'removed';
}

export type Entry = Said | Answer | Notice;

/** What stands in the way. `until` (milliseconds since 1970) is when trying again makes sense, after `waitSeconds`. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly canRetry: boolean;
  readonly waitSeconds: number;
  readonly until: number;
}

/** What one tab tells the others. */
interface News {
  readonly token: string;
  readonly entries: readonly (Said | Answer)[];
}

/**
 * One conversation with one server, the same in every tab. Messages wait in line: what is said while an answer is
 * awaited goes out after it. What could not be sent stays, through reloads too, and goes out again under the same id.
 *
 * Events: `change`; `message` (detail: a `Said` or `Answer` that is new, not of the history); `problem` (a `Problem`).
 */
export class Conversation extends EventTarget {
  readonly #api: Api;
  readonly #memory: Memory;
  readonly #channel: BroadcastChannel;
  #entries: readonly Entry[] = [];
  #line: readonly Outgoing[] = [];
  #token: string;
  #isLoaded = false;
  /** What another tab told while the history was on its way. */
  #early: readonly (Said | Answer)[] = [];
  /** Counts the conversations of this tab, to know an answer that comes too late. */
  #generation = 0;
  #isBusy = false;
  #problem: Problem | null = null;

  constructor(api: Api, memory: Memory) {
    super();
    this.#api = api;
    this.#memory = memory;
    this.#token = memory.kept.token;
    this.#line = memory.tab.unsent;
    this.#channel = new BroadcastChannel(memory.name);
    this.#channel.onmessage = (event: MessageEvent<News>) => this.#hear(event.data);
    window.addEventListener('storage', this.#followOtherTab);
    window.addEventListener('online', this.#backOnline);
  }

  /** Let go of what it listens to. */
  close(): void {
    this.#channel.close();
    window.removeEventListener('storage', this.#followOtherTab);
    window.removeEventListener('online', this.#backOnline);
  }

  /** Oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Whether an answer is on its way. */
  get isBusy(): boolean {
    return this.#isBusy && this.#line.length > 0;
  }

  /** Whether something that was said has not reached the server yet. */
  get hasUnsent(): boolean {
    return this.#line.length > 0;
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  /** Whether it is known that nothing was said yet. */
  get isNew(): boolean {
    return (this.#isLoaded || !this.#token) && this.isEmpty;
  }

  /** Whether nothing that was said is shown. */
  get isEmpty(): boolean {
    return this.#entries.every((entry) => entry.from === 'widget');
  }

  /** Whether an answer was rated, and how. */
  ratingOf(answer: string): boolean | undefined {
    return this.#memory.kept.ratings[answer];
  }

  /** Show what was said earlier, and send what could not be sent. Called again it does nothing. */
  async load(): Promise<void> {
    if (!this.#isLoaded && (this.#token || this.#line.length)) await this.#work();
  }

  /** Send typed words. */
  async say(text: string): Promise<void> {
    await this.#send({ id: newId(), text });
  }

  /** Send a quick reply. */
  async choose(button: QuickReply): Promise<void> {
    await this.#send({ id: newId(), payload: button.payload, title: button.title });
  }

  /** Try again what failed. */
  async retry(): Promise<void> {
    this.#problem = null;
    this.#markLine('waiting');
    await this.#work();
  }

  /** The person has read what stood in the way; what waited behind it goes out. */
  async dismissProblem(): Promise<void> {
    this.#problem = null;
    this.#changed();
    if (this.#line.length) await this.#work();
  }

  /** Leave this conversation; the next message begins a new one. */
  startOver(): void {
    this.#memory.forget();
    this.#leave();
  }

  /** Delete the conversation from the server and here. Throws an `ApiError`, and then nothing has changed. */
  async remove(): Promise<void> {
    try {
      if (this.#token) await this.#api.remove(this.#token);
    } catch (error) {
      // A conversation that has ended is one that the server no longer gives to anybody.
      if (codeOf(error) !== 'session_ended') throw error;
    }
    this.startOver();
    this.#add([{ from: 'widget', id: newId(), what: 'removed' }]);
  }

  /** Rate an answer. Throws an `ApiError` if the server did not take it. */
  async rate(answer: string, rating: Rating): Promise<void> {
    const token = this.#token;
    await this.#api.rate(token, answer, rating);
    if (token !== this.#token) return;
    this.#memory.keep({ ratings: { ...this.#memory.kept.ratings, [answer]: rating.helped } });
    this.#changed();
  }

  async #send(message: Outgoing): Promise<void> {
    this.#problem = null;
    const said: Said = { ...asQuestion(message), state: 'waiting' };
    this.#setLine([...this.#line, message]);
    this.#add([said]);
    this.dispatchEvent(new CustomEvent('message', { detail: said }));
    if (!this.#isBusy) this.#markLine('waiting');
    await this.#work();
  }

  /** Load the history if need be, then send what waits, one after the other. One at a time runs. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#changed();
    const generation = this.#generation;
    let mayRenew = true;
    try {
      while (this.#isBehind && generation === this.#generation) {
        try {
          await this.#step();
        } catch (error) {
          if (codeOf(error) !== 'session_ended' || !mayRenew || generation !== this.#generation) throw error;
          mayRenew = false;
          await this.#renew();
        }
      }
    } catch (error) {
      // What went wrong in a conversation that was left meanwhile is nobody's concern.
      if (generation === this.#generation) this.#fail(error);
    } finally {
      this.#isBusy = false;
      this.#changed();
    }
    // What was said while the conversation changed hands.
    if (this.#isBehind && !this.#problem) await this.#work();
  }

  get #isBehind(): boolean {
    return !this.#isLoaded || this.#line.length > 0;
  }

  async #step(): Promise<void> {
    if (!this.#isLoaded) await this.#loadHistory();
    else if (this.#line[0]) await this.#ask(this.#line[0]);
  }

  async #loadHistory(): Promise<void> {
    const generation = this.#generation;
    this.#early = [];
    const history = this.#token ? await this.#api.history(this.#token) : [];
    if (generation !== this.#generation) return;
    this.#isLoaded = true;
    const answered = new Set(history.map((entry) => (entry.from === 'assistant' ? entry.replyTo : '')));
    this.#setLine(this.#line.filter((message) => !answered.has(message.id)));
    const waiting = this.#line.map((message): Said => ({ ...asQuestion(message), state: 'waiting' }));
    const waitingIds = new Set(this.#line.map((message) => message.id));
    const past = history
      .filter((entry) => !waitingIds.has(entry.id))
      .map((entry): Entry => (entry.from === 'person' ? { ...entry, state: 'sent' } : entry));
    const notices = this.#entries.filter((entry) => entry.from === 'widget');
    this.#entries = [...past, ...notices];
    this.#add(this.#early);
    this.#add(waiting);
  }

  async #ask(message: Outgoing): Promise<void> {
    this.#mark([message], 'sending');
    const token = await this.#session();
    // Another tab has begun the conversation meanwhile: what was said there comes first.
    if (!this.#isLoaded || this.#line[0] !== message) return;
    const answers = await this.#api.send(token, message);
    if (this.#line[0] !== message) return; // the conversation was left meanwhile
    this.#mark([message], 'sent');
    this.#setLine(this.#line.slice(1));
    const said = this.#entries.filter((entry) => entry.id === message.id && entry.from === 'person') as Said[];
    this.#tell([...said, ...answers]);
    this.#add(answers, message.id);
    for (const answer of answers) this.dispatchEvent(new CustomEvent('message', { detail: answer }));
  }

  /**
   * The token; of a new session if there is none. All tabs go on with the same one, whichever of them begins it.
   *
   * @param ended a token that is worth nothing any more
   */
  async #session(ended = ''): Promise<string> {
    if (this.#token && this.#token !== ended) return this.#token;
    const token = await oneForAllTabs(this.#memory.name, {
      find: () => (this.#memory.kept.token === ended ? '' : this.#memory.kept.token),
      make: () => this.#api.begin(),
      keep: (made) => {
        this.#token = made; // from here on other tabs may speak of it
        this.#memory.keep({ token: made, ratings: {} });
      },
    });
    this.#join(token);
    return token;
  }

  /** The session has ended: say so, and go on with a new one. */
  async #renew(): Promise<void> {
    const generation = this.#generation;
    await this.#session(this.#token);
    if (generation !== this.#generation) return; // with the one that another tab has begun
    const ended: Notice = { from: 'widget', id: newId(), what: 'session_ended' };
    const waiting = new Set(this.#line.map((message) => message.id));
    this.#entries = [
      ...this.#entries.filter((entry) => !waiting.has(entry.id)).map(withoutChoices),
      ended,
      ...this.#entries.filter((entry) => waiting.has(entry.id)),
    ];
    this.#setLine(this.#line.map(asTyped));
    this.#changed();
  }

  #fail(error: unknown): void {
    if (!(error instanceof ApiError)) throw error;
    if (error.worthRetry) {
      this.#markLine('failed');
    } else {
      // What the server will never take must not block what comes after it.
      this.#mark(this.#line.slice(0, 1), 'refused');
      this.#setLine(this.#line.slice(1));
    }
    const { code, message, worthRetry: canRetry, waitSeconds } = error;
    this.#problem = { code, message, canRetry, waitSeconds, until: waitSeconds ? Date.now() + waitSeconds * 1000 : 0 };
    this.dispatchEvent(new CustomEvent('problem', { detail: this.#problem }));
  }

  readonly #followOtherTab = (event: StorageEvent): void => {
    if (event.storageArea !== null && event.key !== null && event.key !== this.#memory.name) return;
    const { token } = this.#memory.kept;
    if (token === this.#token) return this.#changed();
    if (!token) return this.#leave();
    this.#join(token);
    void this.load();
  };

  readonly #backOnline = (): void => {
    if (this.#problem?.code === 'unreachable') void this.retry();
  };

  #hear(news: News): void {
    if (news.token !== this.#token || !(this.#isLoaded || this.#isBusy)) return;
    // The history that is on its way may be older than these.
    if (!this.#isLoaded) this.#early = [...this.#early, ...news.entries];
    else this.#add(news.entries);
    for (const entry of news.entries) this.dispatchEvent(new CustomEvent('message', { detail: entry }));
  }

  #tell(entries: readonly (Said | Answer)[]): void {
    this.#channel.postMessage({ token: this.#token, entries } satisfies News);
  }

  /** Begin anew, with nothing said and nothing waiting. */
  #leave(): void {
    this.#generation += 1;
    this.#token = '';
    this.#entries = [];
    this.#problem = null;
    this.#isLoaded = true;
    this.#setLine([]);
    this.#changed();
  }

  /** Go on with what another tab has begun; what waits here goes out there. */
  #join(token: string): void {
    if (token === this.#token) return;
    if (this.#token) this.#setLine(this.#line.map(asTyped));
    this.#generation += 1;
    this.#token = token;
    this.#problem = null;
    this.#isLoaded = false;
    this.#changed();
  }

  /** Add what is not there yet, behind the entries about `after` or at the end. */
  #add(entries: readonly Entry[], after?: string): void {
    const known = new Set(this.#entries.map((entry) => entry.id));
    const added = entries.filter((entry) => !known.has(entry.id));
    const place = after ? this.#entries.findIndex((entry) => entry.id === after) + 1 : 0;
    const split = place || this.#entries.length;
    this.#entries = [...this.#entries.slice(0, split), ...added, ...this.#entries.slice(split)];
    this.#changed();
  }

  #markLine(state: Said['state']): void {
    this.#mark(this.#line, state);
  }

  #mark(messages: readonly Outgoing[], state: Said['state']): void {
    const ids = new Set(messages.map((message) => message.id));
    this.#entries = this.#entries.map((entry) =>
      entry.from === 'person' && ids.has(entry.id) ? { ...entry, state } : entry,
    );
    this.#changed();
  }

  #setLine(line: readonly Outgoing[]): void {
    this.#line = line;
    this.#memory.keepInTab({ unsent: line });
  }

  #changed(): void {
    this.dispatchEvent(new CustomEvent('change'));
  }
}

const codeOf = (error: unknown): string => (error instanceof ApiError ? error.code : '');

const asQuestion = (message: Outgoing): Question => ({
  from: 'person',
  id: message.id,
  time: new Date().toISOString(),
  text: wordsOf(message),
});

/** A new conversation was shown no buttons, so a quick reply from before is sent as its words. */
const asTyped = (message: Outgoing): Outgoing => ({ id: message.id, text: wordsOf(message) });

/** An answer of a conversation that has ended can neither be rated nor gone on from. */
const withoutChoices = (entry: Entry): Entry =>
  entry.from === 'assistant' ? { ...entry, buttons: [], rateable: false } : entry;
