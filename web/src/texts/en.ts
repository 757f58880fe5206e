import type { Texts } from './texts';

const seconds = (count: number): string => `${count} ${count === 1 ? 'second' : 'seconds'}`;
const characters = (count: number): string => `${count} ${count === 1 ? 'character' : 'characters'}`;

export const en: Texts = {
  language: 'en',
  heading: 'Ask about careers',
  automated: 'Automated assistant',
  greeting: 'Hi! Ask me about becoming a medical assistant: the work, school, certification, pay and more.',
  starters: [
    'What does a medical assistant do?',
    'How do I become a medical assistant?',
    'How much do medical assistants make?',
    'Which certification is right for me?',
  ],
  disclosure:
    'You are talking with a computer program. It gives no medical or legal advice. Please leave out names and health details.',
  privacy: 'Privacy',

  openChat: 'Open the chat',
  unread: (count) => `${count} new ${count === 1 ? 'message' : 'messages'}`,
  closeChat: 'Close the chat',
  more: 'More choices',
  makeLarger: 'Make the chat larger',
  makeSmaller: 'Make the chat smaller',

  messages: 'Messages',
  you: 'You:',
  assistant: 'Assistant:',
  typing: 'The assistant is typing',
  states: {
    waiting: 'Waiting for its turn',
    sending: 'Sending',
    sent: '',
    failed: 'Not sent yet',
    refused: 'Not sent',
  },
  suggestions: 'Suggested replies',
  starterQuestions: 'Questions to start with',
  newTab: '(opens in a new tab)',
  table: (columns) => `Table: ${columns}`,
  picture: 'Picture',
  largerView: 'Larger view',
  noPicture: 'The picture could not be loaded. It shows:',
  close: 'Close',

  question: 'Your question',
  placeholder: 'Type your question',
  send: 'Send',
  left: (count) => `${characters(count)} left`,
  tooLong: (count) => `Too long by ${characters(count)}. Please make it shorter.`,

  wasHelpful: 'Was this answer helpful?',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  whatWasWrong: 'What was wrong with it?',
  reasons: {
    wrong_facts: 'The facts are wrong',
    not_answered: 'It did not answer my question',
    hard_to_read: 'It is hard to read',
    something_else: 'Something else',
  },
  comment: 'Anything to add? (optional)',
  sendRating: 'Send',
  noReason: 'No, thanks',
  thanks: 'Thank you, noted.',
  ratingFailed: 'Your rating could not be saved. Please try again in a moment.',
  copy: 'Copy the answer',
  copied: 'Copied',
  copyFailed: 'This browser did not allow copying.',

  startOver: 'Start over',
  startOverQuestion: 'Start a new chat?',
  startOverConsequence:
    'You will not see this one any more. If it should also be gone from our server, choose “Delete my chat” instead.',
  startOverConfirm: 'Start over',
  remove: 'Delete my chat',
  removeQuestion: 'Delete this chat?',
  removeConsequence: 'All messages and ratings of this chat will be gone from our server for good.',
  removeConfirm: 'Delete',
  removed: 'Your chat has been deleted.',
  removeFailed: 'Your chat could not be deleted just now. Nothing was changed; please try again in a moment.',
  cancel: 'Cancel',

  sessionEnded: 'Your earlier chat has ended, so this is a new one. I no longer know what was said above.',
  tryAgain: 'Try again',
  tryAgainIn: (count) => `Try again in ${count} s`,
  dismiss: 'Close this notice',
  problems: {
    unreachable: 'The assistant cannot be reached just now. Your message is kept.',
    offline: 'You are offline. Your message is kept and goes out when you are back.',
    slow: 'The answer is taking too long. Your message is kept.',
    failed: 'Something went wrong on our side. Your message is kept.',
    notReady: 'The assistant is just starting. Your message is kept.',
    tooMany: (count) =>
      count ? `That was a lot at once. Please wait ${seconds(count)}; your message is kept.` : 'That was a lot at once. Please wait a little; your message is kept.',
    unknownButton: 'This button does not work any more. Please type your question.',
    notAllowedHere: 'The chat is not set up for this website.',
    refused: 'This message could not be taken. Please write it another way.',
  },
};
