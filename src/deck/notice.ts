/** A line over the deck that goes when it has been read. */
import './notice.css';
import { closableMessage } from '../controls/message.ts';

export function showNotice(text: string): void {
  document.body.append(closableMessage('notice', text, () => {}));
}
