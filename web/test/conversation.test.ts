import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Api, ApiError } from '../src/api';
import { Conversation } from '../src/conversation';
import { Memory } from '../src/memory';
import type { Answer, Outgoing } from '../src/protocol';

const SERVER = new URL('https://careers.example/');

const answerTo = (message: Outgoing): Answer => ({
  from: 'assistant',
  id: `answer-${message.id}`,
  time: '2026-11-24T10:00:00Z',
  replyTo: message.id,
  text: 'An answer',
  buttons: [],
  alt: '',
  rateable: true,
});

let api: Api;
let conversation: Conversation;
const sent: Outgoing[] = [];

function begin(): void {
  conversation = new Conversation(api, new Memory(SERVER));
}

const shown = (): unknown[] =>
  conversation.entries.map((entry) => (entry.from === 'widget' ? entry.what : entry.text));

const states = (): unknown[] =>
  conversation.entries.flatMap((entry) => (entry.from === 'person' ? [entry.state] : []));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  sent.length = 0;
  api = new Api(SERVER);
  let sessions = 0;
  vi.spyOn(api, 'begin').mockImplementation(async () => `token-${++sessions}`);
  vi.spyOn(api, 'history').mockResolvedValue([]);
  vi.spyOn(api, 'remove').mockResolvedValue();
  vi.spyOn(api, 'rate').mockResolvedValue();
  vi.spyOn(api, 'send').mockImplementation(async (_token, message) => {
    sent.push(message);
    return [answerTo(message)];
  });
  begin();
});

afterEach(() => {
  conversation.close();
  vi.restoreAllMocks();
});

describe('a conversation', () => {
  it('begins a session with the first message, not before', async () => {
    await conversation.load();
    expect(api.begin).not.toHaveBeenCalled();
    await conversation.say('hi');
    expect(api.begin).toHaveBeenCalledOnce();
    expect(shown()).toEqual(['hi', 'An answer']);
  });

  it('answers in order what was said while an answer was awaited', async () => {
    await Promise.all([conversation.say('one'), conversation.say('two'), conversation.say('three')]);
    expect(sent.map((message) => 'text' in message && message.text)).toEqual(['one', 'two', 'three']);
    expect(shown()).toEqual(['one', 'An answer', 'two', 'An answer', 'three', 'An answer']);
  });

  it('keeps what could not be sent, through a reload, and sends it under the same id', async () => {
    vi.mocked(api.send).mockRejectedValueOnce(new ApiError('unreachable', ''));
    await conversation.say('hi');
    expect(states()).toEqual(['failed']);
    expect(conversation.problem).toMatchObject({ code: 'unreachable', canRetry: true });
    const { id } = conversation.entries[0]!;
    conversation.close();
    begin();
    await conversation.load();
    expect(sent).toEqual([{ id, text: 'hi' }]);
    expect(shown()).toEqual(['hi', 'An answer']);
  });

  it('does not send again what the history says was answered', async () => {
    vi.mocked(api.send).mockRejectedValueOnce(new ApiError('slow', ''));
    await conversation.say('hi');
    const { id } = conversation.entries[0]!;
    const said = { from: 'person' as const, id, time: '', text: 'hi' };
    vi.mocked(api.history).mockResolvedValue([said, answerTo({ id, text: 'hi' })]);
    conversation.close();
    begin();
    await conversation.load();
    expect(sent).toEqual([]);
    expect(shown()).toEqual(['hi', 'An answer']);
  });

  it('goes on after a message that the server will never take', async () => {
    vi.mocked(api.send).mockRejectedValueOnce(new ApiError('bad_request', 'No.'));
    const first = conversation.say('bad');
    const second = conversation.say('good');
    await Promise.all([first, second]);
    expect(conversation.problem).toMatchObject({ message: 'No.', canRetry: false });
    await conversation.dismissProblem();
    expect(states()).toEqual(['refused', 'sent']);
  });

  it('says that the session has ended and sends a quick reply of before as its words', async () => {
    await conversation.say('hi');
    vi.mocked(api.send).mockRejectedValueOnce(new ApiError('session_ended', ''));
    await conversation.choose({ title: 'More', payload: '/more' });
    expect(shown()).toEqual(['hi', 'An answer', 'session_ended', 'More', 'An answer']);
    expect(sent[1]).toMatchObject({ text: 'More' });
    expect(conversation.entries[1]).toMatchObject({ rateable: false });
  });

  it('does not loop when every new session ends at once', async () => {
    vi.mocked(api.send).mockRejectedValue(new ApiError('session_ended', ''));
    await conversation.say('hi');
    expect(api.send).toHaveBeenCalledTimes(2);
    expect(conversation.problem).toMatchObject({ code: 'session_ended' });
  });

  it('drops an answer that comes after the conversation was left', async () => {
    let deliver: (answers: Answer[]) => void = () => undefined;
    vi.mocked(api.send).mockImplementationOnce(() => new Promise((resolve) => (deliver = resolve)));
    const said = conversation.say('hi');
    await vi.waitFor(() => expect(api.send).toHaveBeenCalled());
    conversation.startOver();
    deliver([answerTo({ id: 'x', text: '' })]);
    await said;
    expect(shown()).toEqual([]);
  });

  it('changes nothing when the deletion fails, and forgets all when it does not', async () => {
    await conversation.say('hi');
    vi.mocked(api.remove).mockRejectedValueOnce(new ApiError('failed', ''));
    await expect(conversation.remove()).rejects.toThrow(ApiError);
    expect(shown()).toEqual(['hi', 'An answer']);
    await conversation.remove();
    expect(shown()).toEqual(['removed']);
    expect(new Memory(SERVER).kept).toEqual({ token: '', ratings: {} });
  });

  it('tells how long to wait', async () => {
    vi.mocked(api.send).mockRejectedValueOnce(new ApiError('too_many_messages', '', 20));
    const before = Date.now();
    await conversation.say('hi');
    expect(conversation.problem?.waitSeconds).toBe(20);
    expect(conversation.problem?.until).toBeGreaterThanOrEqual(before + 20_000);
  });

  it('keeps a rating only when the server took it', async () => {
    await conversation.say('hi');
    vi.mocked(api.rate).mockRejectedValueOnce(new ApiError('failed', ''));
    await expect(conversation.rate('a', { helped: true })).rejects.toThrow(ApiError);
    expect(conversation.ratingOf('a')).toBeUndefined();
    await conversation.rate('a', { helped: false });
    expect(conversation.ratingOf('a')).toBe(false);
  });
});
