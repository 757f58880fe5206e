import type { Said } from '../conversation';
import type { Reason } from '../protocol';

/** Every word that the widget itself says, in one language. */
export interface Texts {
  /** BCP 47 tag, for dates and for screen readers. */
  readonly language: string;
  readonly heading: string;
  readonly automated: string;
  readonly greeting: string;
  readonly starters: readonly string[];
  readonly disclosure: string;
  readonly privacy: string;

  readonly openChat: string;
  readonly unread: (count: number) => string;
  readonly closeChat: string;
  readonly more: string;
  readonly makeLarger: string;
  readonly makeSmaller: string;

  readonly messages: string;
  readonly you: string;
  readonly assistant: string;
  readonly typing: string;
  /** What stands below a message of the person; empty: its time. */
  readonly states: Readonly<Record<Said['state'], string>>;
  readonly suggestions: string;
  readonly starterQuestions: string;
  readonly newTab: string;
  readonly table: (columns: string) => string;
  readonly picture: string;
  readonly largerView: string;
  readonly noPicture: string;
  readonly close: string;

  readonly question: string;
  readonly placeholder: string;
  readonly send: string;
  readonly left: (characters: number) => string;
  readonly tooLong: (characters: number) => string;

  readonly wasHelpful: string;
  readonly helpful: string;
  readonly notHelpful: string;
  readonly whatWasWrong: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly comment: string;
  readonly sendRating: string;
  readonly noReason: string;
  readonly thanks: string;
  readonly ratingFailed: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;

  readonly save: string;
  readonly startOver: string;
  readonly startOverQuestion: string;
  readonly startOverConsequence: string;
  readonly startOverConfirm: string;
  readonly remove: string;
  readonly removeQuestion: string;
  readonly removeConsequence: string;
  readonly removeConfirm: string;
  readonly removed: string;
  readonly removeFailed: string;
  readonly cancel: string;

  readonly sessionEnded: string;
  readonly tryAgain: string;
  readonly tryAgainIn: (seconds: number) => string;
  readonly dismiss: string;
  /** Behind a problem, where a message waits. */
  readonly kept: string;
  readonly keptOffline: string;
  readonly problems: {
    readonly unreachable: string;
    readonly offline: string;
    readonly slow: string;
    readonly failed: string;
    readonly notReady: string;
    readonly tooMany: (seconds: number) => string;
    readonly unknownButton: string;
    readonly notAllowedHere: string;
    readonly refused: string;
  };
}
