import { afterEach, describe, expect, it, vi } from 'vitest';

import { Api } from '../src/api';

const api = new Api(new URL('https://careers.example/bot/'));
const ANSWER = { id: 'm-1', from: 'assistant', time: '', text: 'Hello', reply_to: 'q' };

function respond(status: number, body: unknown, headers: Record<string, string> = {}): ReturnType<typeof vi.fn> {
  const fetching = vi.fn(async () => new Response(status === 204 ? null : JSON.stringify(body), { status, headers }));
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

afterEach(() => vi.unstubAllGlobals());

describe('the server', () => {
  it('is asked below its address, with the token and without cookies', async () => {
    const fetching = respond(200, { messages: [ANSWER] });
    await api.send('secret', { id: 'q', text: 'hi' });
    const [url, options] = fetching.mock.calls[0] as [URL, RequestInit];
    expect(url.href).toBe('https://careers.example/bot/webhooks/website/messages');
    expect(options).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      headers: { Authorization: 'Bearer secret', 'Content-Type': 'application/json' },
      body: '{"id":"q","text":"hi"}',
    });
  });

  it('is read field by field: what is of another type is left out', async () => {
    respond(200, { messages: [{ ...ANSWER, buttons: [{ title: 'a' }, 7], table: { columns: 'x' }, alt: 3, rateable: 'yes' }, null, {}] });
    expect(await api.history('t')).toEqual([
      { id: 'm-1', from: 'assistant', time: '', text: 'Hello', replyTo: 'q', buttons: [], alt: '', rateable: false },
    ]);
  });

  it.each([
    [400, { error: { code: 'unknown_payload', message: 'Old.' } }, 'unknown_payload', false],
    [429, { error: { code: 'too_many_messages', message: 'Wait.' } }, 'too_many_messages', true],
    [500, { error: { code: 'failed', message: '' } }, 'failed', true],
    [502, '<html>', 'not_ready', true],
    [401, '<html>', 'session_ended', false],
    [404, '<html>', 'refused', false],
  ])('answers %i, which is an error with a code', async (status, body, code, worthRetry) => {
    respond(status, body, { 'Retry-After': '7' });
    await expect(api.history('t')).rejects.toMatchObject({ code, worthRetry, waitSeconds: 7 });
  });

  it.each([{ messages: [] }, {}, null, { messages: [{ from: 'person', id: 'q', text: 'hi' }] }])(
    'must answer a message: %j is an error',
    async (body) => {
      respond(200, body);
      await expect(api.send('t', { id: 'q', text: 'hi' })).rejects.toMatchObject({ code: 'unreadable' });
    },
  );

  it('says why a site is refused also where the browser tells the page only that its request failed', async () => {
    const refused = { error: { code: 'origin_not_allowed', message: 'No.' } };
    const fetching = respond(403, refused).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(api.history('t')).rejects.toMatchObject({ code: 'origin_not_allowed', worthRetry: false });
    expect(fetching.mock.calls[1]?.[1]).not.toHaveProperty('headers'); // with headers it would be asked for, too
    respond(200, { status: 'ok' }).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(api.history('t')).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('that cannot be reached or is slow is an error of its own', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('network')));
    await expect(api.begin()).rejects.toMatchObject({ code: 'unreachable' });
    vi.stubGlobal('fetch', async () => Promise.reject(new DOMException('', 'TimeoutError')));
    await expect(api.begin()).rejects.toMatchObject({ code: 'slow' });
  });
});
