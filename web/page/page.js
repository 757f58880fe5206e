// The page's own buttons put their question to the assistant.
const chat = /** @type {import('../src/components/career-chat').CareerChat | null} */ (
  document.querySelector('career-chat')
);

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-ask], [data-open]') : null;
  if (!chat || !(button instanceof HTMLElement)) return;
  if (button.dataset.ask) void chat.send(button.dataset.ask);
  else chat.open();
});
