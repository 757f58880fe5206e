import { readError, readMessages, readToken, type Answer, type Outgoing, type Question, type Rating } from './protocol';

const ANSWER_MILLISECONDS = 30_000;

const WORTH_A_RETRY = new Set([
  'unreachable',
  'slow',
  'unreadable',
  'failed',
  'not_ready',
  'too_many_messages',
  'too_many_sessions',
]);

/**
 * A request that failed. `code` is one of docs/website.md, or `unreachable` (no connection), `slow` (no answer in
 * time), `unreadable` (an answer that is not of the protocol). `waitSeconds` is what the server asks to wait.
 */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly waitSeconds = 0,
  ) {
    super(message);
  }

  /** Whether the same request may succeed later. */
  get worthRetry(): boolean {
    return WORTH_A_RETRY.has(this.code);
  }
}

/** The server's addresses as functions. Each throws an `ApiError` and nothing else. */
export class Api {
  readonly #base: URL;

  /** @param server the address below which `webhooks/website/` stands, with a slash at its end */
  constructor(server: URL) {
    this.#base = new URL('webhooks/website/', server);
  }

  /** Begin a conversation. */
  async begin(): Promise<string> {
    const token = readToken(await this.#json('POST', 'session'));
    if (!token) throw new ApiError('unreadable', 'the server gave no token');
    return token;
  }

  /** Send a message; its answers, at least one. */
  async send(token: string, message: Outgoing): Promise<Answer[]> {
    const answers = this.#messages(await this.#json('POST', 'messages', token, message)).filter(
      (answer) => answer.from === 'assistant',
    );
    if (!answers.length) throw new ApiError('unreadable', 'the server gave no answer');
    return answers;
  }

  /** The conversation so far, oldest first. */
  async history(token: string): Promise<(Answer | Question)[]> {
    return this.#messages(await this.#json('GET', 'messages', token));
  }

  /** Rate an answer; a later rating of the same answer takes the place of an earlier one. */
  async rate(token: string, answer: string, rating: Rating): Promise<void> {
    await this.#request('POST', 'feedback', token, { message: answer, ...rating });
  }

  /** Remove the conversation from the server for good. */
  async remove(token: string): Promise<void> {
    await this.#request('DELETE', 'conversation', token);
  }

  #messages(body: unknown): (Answer | Question)[] {
    const messages = readMessages(body);
    if (!messages) throw new ApiError('unreadable', 'the server answered with something that is no list of messages');
    return messages;
  }

  async #json(method: string, path: string, token?: string, body?: object): Promise<unknown> {
    const response = await this.#request(method, path, token, body);
    try {
      return await response.json();
    } catch {
      throw new ApiError('unreadable', 'the server answered with something that is not JSON');
    }
  }

  async #request(method: string, path: string, token?: string, body?: object): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(new URL(path, this.#base), {
        method,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
      });
    } catch (error) {
      const isSlow = error instanceof DOMException && error.name === 'TimeoutError';
      if (!isSlow && token) await this.#refusal();
      throw new ApiError(isSlow ? 'slow' : 'unreachable', String(error));
    }
    return await orError(response);
  }

  /**
   * Throws if the server refuses this site. A request with a token is asked for by the browser first, and when that is
   * refused, the page learns no more than that it failed; of a plain one it can read why.
   */
  async #refusal(): Promise<void> {
    const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
    const response = await fetch(this.#base, { credentials: 'omit', cache: 'no-store', signal }).catch(() => null);
    if (response?.status === 403) await orError(response);
  }
}

/** The response, or what it says went wrong. */
async function orError(response: Response): Promise<Response> {
  if (response.ok) return response;
  const { code, message } = readError(await response.json().catch(() => null));
  const wait = Number(response.headers.get('Retry-After'));
  throw new ApiError(code || codeOf(response.status), message, Number.isFinite(wait) ? wait : 0);
}

/** For errors of something between: a proxy answers in its own words. */
function codeOf(status: number): string {
  if (status === 401) return 'session_ended';
  if (status === 429) return 'too_many_messages';
  return status >= 500 ? 'not_ready' : 'refused';
}
