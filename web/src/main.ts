import { CareerChat } from './components/career-chat';
import { scriptTag } from './server';

const TAG = 'career-chat';

if (!customElements.get(TAG)) customElements.define(TAG, CareerChat);

/** The script tag alone is enough: its `data-` attributes become those of an element at the end of the page. */
function addUnlessThere(): void {
  if (!scriptTag || 'manual' in scriptTag.dataset || document.querySelector(TAG)) return;
  const chat = document.createElement(TAG);
  for (const { name, value } of scriptTag.attributes) {
    if (name.startsWith('data-')) chat.setAttribute(name.slice('data-'.length), value);
  }
  document.body.append(chat);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', addUnlessThere);
else addUnlessThere();
