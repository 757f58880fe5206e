import { afterEach, describe, expect, it, vi } from 'vitest';

import { oneForAllTabs, type Shared } from '../src/turns';

let kept = '';
let made = 0;

const shared: Shared = {
  find: () => kept,
  make: async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return `made-${++made}`;
  },
  keep: (value) => (kept = value),
};

/** Locks as a browser gives them, as far as one name needs them. */
function locks(): { request: (name: string, turn: () => Promise<void>) => Promise<void> } {
  let last = Promise.resolve();
  return { request: async (_name, turn) => await (last = last.then(turn)) };
}

function browserWith(given: unknown): void {
  [kept, made] = ['', 0];
  vi.stubGlobal('navigator', { locks: given });
}

const both = (): Promise<string[]> => Promise.all([oneForAllTabs('x', shared), oneForAllTabs('x', shared)]);

afterEach(() => vi.unstubAllGlobals());

describe('what all tabs share', () => {
  it('is made once where tabs take turns', async () => {
    browserWith(locks());
    expect(await both()).toEqual(['made-1', 'made-1']);
    expect(made).toBe(1);
  });

  it.each([
    ['knows no locks', undefined],
    ['gives none', { request: async () => Promise.reject(new DOMException('', 'SecurityError')) }],
  ])('is the same in all where the browser %s', async (_why, given) => {
    browserWith(given);
    const [one, two] = await both();
    expect(one).toBe(two);
    expect(kept).toBe(one);
  });

  it('is the one that was kept last where two were made in the same moment', async () => {
    browserWith(undefined);
    const blind = { ...shared, find: vi.fn(() => kept).mockReturnValueOnce('').mockReturnValueOnce('') };
    kept = 'of another tab';
    const mine = oneForAllTabs('x', blind);
    await vi.waitFor(() => expect(kept).toBe('made-1'));
    kept = 'of another tab';
    expect(await mine).toBe('of another tab');
  });

  it.each([
    ['takes turns', locks()],
    ['knows no locks', undefined],
  ])('can be made after it could not, where the browser %s', async (_why, given) => {
    browserWith(given);
    const failing = { ...shared, make: async () => Promise.reject(new Error('no')) };
    await expect(oneForAllTabs('x', failing)).rejects.toThrow('no');
    expect(await oneForAllTabs('x', shared)).toBe('made-1');
  });
});
