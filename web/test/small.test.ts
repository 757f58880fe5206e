import { describe, expect, it } from 'vitest';

import { newId } from '../src/ids';
import { safeLink, safePicture } from '../src/links';
import { textsFor } from '../src/texts';
import { en } from '../src/texts/en';
import { es } from '../src/texts/es';

describe('links', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['tel:+15550100', 'tel:+15550100'],
    [' JaVaScRiPt:alert(1)', null],
    ['java\tscript:alert(1)', null],
    ['/logout', null],
    ['', null],
  ])('%j is %j', (address, safe) => expect(safeLink(address)).toBe(safe));
});

describe('pictures', () => {
  it.each([
    ['https://a.example/', '/charts/x.png', 'https://a.example/charts/x.png'],
    ['https://a.example/bot/', '/charts/x.png', 'https://a.example/bot/charts/x.png'],
    ['https://a.example/bot/', 'https://a.example/bot/charts/x.png', 'https://a.example/bot/charts/x.png'],
    ['https://a.example/', 'https://b.example/charts/x.png', null],
    ['https://a.example/', '//b.example/charts/x.png', null],
    ['https://a.example/', '/charts/../x.png', null],
    ['https://a.example/', 'data:image/png,x', null],
  ])('of %s: %s is %s', (server, path, safe) => expect(safePicture(path, new URL(server))).toBe(safe));
});

describe('texts', () => {
  it('are those of the language without its region, else English', () => {
    expect(textsFor('es-MX')).toBe(es);
    expect(textsFor('EN-us')).toBe(en);
    expect(textsFor('fr')).toBe(en);
    expect(textsFor('')).toBe(en);
  });

  it('of both languages are all filled and differ', () => {
    const same = Object.entries(en).filter(([name, text]) => typeof text === 'string' && text === es[name as keyof typeof es]);
    expect(same).toEqual([]);
    expect(Object.values(es).filter((text) => text === '')).toEqual([]);
  });
});

describe('ids', () => {
  it('fit the protocol and differ', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  });
});
