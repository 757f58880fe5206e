/** What travels between widget and server, as docs/website.md tells it. What the server sends is read, not believed. */

/** A quick reply: what the person sees, and what is sent. */
export interface QuickReply {
  readonly title: string;
  readonly payload: string;
}

/** Figures side by side; `lines` is the part of the text that the table stands for. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: string;
}

/** A message of the assistant. `text` or `image` is there. */
export interface Answer {
  readonly from: 'assistant';
  readonly id: string;
  /** ISO 8601. */
  readonly time: string;
  /** The id of the person's message that it answers. */
  readonly replyTo: string;
  /** Markdown. */
  readonly text: string;
  readonly buttons: readonly QuickReply[];
  readonly table?: Table;
  /** Path of a picture on the server. */
  readonly image?: string;
  readonly alt: string;
  readonly rateable: boolean;
}

/** A message of the person, as the server keeps it. */
export interface Question {
  readonly from: 'person';
  readonly id: string;
  /** ISO 8601. */
  readonly time: string;
  readonly text: string;
}

/** What the person sends: typed words, or a quick reply. The id makes sending it again harmless. */
export type Outgoing =
  | { readonly id: string; readonly text: string }
  | { readonly id: string; readonly payload: string; readonly title: string };

/** Why an answer did not help. */
export const REASONS = ['wrong_facts', 'not_answered', 'hard_to_read', 'something_else'] as const;
export type Reason = (typeof REASONS)[number];

/** What a person thinks of an answer. */
export type Rating =
  | { readonly helped: true }
  | { readonly helped: false; readonly reason?: Reason; readonly comment?: string };

/** The most characters of a typed message. */
export const MOST_CHARACTERS = 1000;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
/** Longer than any answer; a text beyond it would keep the browser busy for seconds, so its rest is not shown. */
const LONGEST = 20_000;
const asText = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '');
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The words of an outgoing message as the conversation shows them. */
export const wordsOf = (message: Outgoing): string => ('text' in message ? message.text : message.title);

/** The messages of a body `{"messages": [...]}`; what is no message is left out. Null: the body is something else. */
export function readMessages(body: unknown): (Answer | Question)[] | null {
  if (!isObject(body) || !Array.isArray(body.messages)) return null;
  return body.messages.map(readMessage).filter((message) => message !== null);
}

function readMessage(value: unknown): Answer | Question | null {
  if (!isObject(value) || !asText(value.id)) return null;
  const [id, time, text] = [asText(value.id), asText(value.time), asText(value.text)];
  if (value.from === 'person') return { from: 'person', id, time, text };
  const image = asText(value.image);
  if (value.from !== 'assistant' || (!text && !image)) return null;
  const table = readTable(value.table);
  return {
    from: 'assistant',
    id,
    time,
    text,
    replyTo: asText(value.reply_to),
    buttons: asList(value.buttons).map(readButton).filter((button) => button !== null),
    ...(table && { table }),
    ...(image && { image }),
    alt: asText(value.alt),
    rateable: value.rateable === true,
  };
}

function readButton(value: unknown): QuickReply | null {
  if (!isObject(value) || !asText(value.title) || !asText(value.payload)) return null;
  return { title: asText(value.title), payload: asText(value.payload) };
}

function readTable(value: unknown): Table | null {
  if (!isObject(value)) return null;
  const columns = asList(value.columns).map(asText);
  const rows = asList(value.rows).map((row) => asList(row).map(asText));
  const lines = asText(value.lines);
  return columns.length && rows.length && lines ? { columns, rows, lines } : null;
}

/** An outgoing message that was kept for later; null if it is something else. */
export function readOutgoing(value: unknown): Outgoing | null {
  if (!isObject(value) || !asText(value.id)) return null;
  const [id, text, payload, title] = [asText(value.id), asText(value.text), asText(value.payload), asText(value.title)];
  if (payload && title) return { id, payload, title };
  return text ? { id, text } : null;
}

/** Code and message of a body `{"error": {...}}`; empty where it has none. */
export function readError(body: unknown): { code: string; message: string } {
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  return { code: asText(error.code), message: asText(error.message) };
}

/** The token of an answer to `POST session`; empty where it has none. */
export const readToken = (body: unknown): string => (isObject(body) ? asText(body.token) : '');
