import { en } from './en';
import { es } from './es';
import type { Texts } from './texts';

export type { Texts } from './texts';

const LANGUAGES: Readonly<Record<string, Texts>> = { en, es };

/** The language that the assistant itself speaks, whatever the words around it are. */
export const ANSWERS_LANGUAGE = 'en';

/** The widget's words for a BCP 47 tag (`es-MX`); English where it has no others. */
export const textsFor = (tag: string): Texts => LANGUAGES[tag.toLowerCase().split('-')[0] ?? ''] ?? en;
