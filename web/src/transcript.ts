import type { Entry } from './conversation';
import type { Texts } from './texts';
import { timeText } from './views/time';

/** What was said as text that reads well outside of the chat: an answer's Markdown, the words of its picture. */
export function transcriptOf(entries: readonly Entry[], texts: Texts): string {
  const said = entries.flatMap((entry) => {
    if (entry.from === 'widget') return [];
    const who = entry.from === 'person' ? texts.you : texts.assistant;
    const picture = entry.from === 'assistant' && entry.image ? `[${texts.picture}: ${entry.alt}]` : '';
    return [[`${who} ${timeText(entry.time, texts)}`.trim(), entry.text, picture].filter(Boolean).join('\n')];
  });
  return `${said.join('\n\n')}\n`;
}

/** Let the browser save a text as a file. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  // Safari has not begun to read it when the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
