import { html, type TemplateResult } from 'lit';

import type { Problem } from '../conversation';
import { icons } from '../icons';
import type { Texts } from '../texts';

/**
 * What stands in the way and what to do about it. The alert is read out once, so the seconds count down in the button
 * alone.
 *
 * @param isKept whether a message waits behind it
 * @param now milliseconds since 1970
 */
export function problemView(
  problem: Problem,
  isKept: boolean,
  now: number,
  texts: Texts,
  retry: () => void,
  dismiss: () => void,
): TemplateResult {
  const seconds = Math.ceil((problem.until - now) / 1000);
  return html`<div class="problem">
    ${icons.problem}
    <p>${words(problem, texts)}${isKept ? ` ${isOffline(problem) ? texts.keptOffline : texts.kept}` : ''}</p>
    ${problem.canRetry
      ? html`<button type="button" class="plain-button" ?disabled=${seconds > 0} @click=${retry}>
          ${seconds > 0 ? texts.tryAgainIn(seconds) : texts.tryAgain}
        </button>`
      : html`<button type="button" class="tool" aria-label=${texts.dismiss} @click=${dismiss}>${icons.close}</button>`}
  </div>`;
}

const isOffline = ({ code }: Problem): boolean => code === 'unreachable' && !navigator.onLine;

function words(problem: Problem, { problems }: Texts): string {
  const { code, message, waitSeconds } = problem;
  switch (code) {
    case 'unreachable':
      return isOffline(problem) ? problems.offline : problems.unreachable;
    case 'slow':
      return problems.slow;
    case 'unreadable':
    case 'failed':
      return problems.failed;
    case 'not_ready':
      return problems.notReady;
    case 'too_many_messages':
    case 'too_many_sessions':
      return problems.tooMany(waitSeconds);
    case 'unknown_payload':
      return problems.unknownButton;
    case 'origin_not_allowed':
      return problems.notAllowedHere;
    default:
      return message || problems.refused;
  }
}
