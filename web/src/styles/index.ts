import { dialogs } from './dialogs';
import { forcedColors } from './forced-colors';
import { messages } from './messages';
import { panel } from './panel';
import { theme } from './theme';

export const styles = [theme, panel, messages, dialogs, forcedColors];
