/** The pane's line to the window of the audience, which may be loaded anew while the pane stays. */
import { hello, type ToAudience, type ToPane } from './protocol.ts';

export interface Line {
  post(message: ToAudience): void;
  /** Hears of every message of the audience's window; `welcome` is the first, and comes again after a `bye`. */
  subscribe(listener: (message: ToPane) => void): () => void;
}

/** Milliseconds between two calls to a window that does not answer yet. */
const patience = 500;

/** Calls the window that opened the speaker view of which this page is a pane, until it answers. */
export function openLine(): Line {
  const listeners = new Set<(message: ToPane) => void>();
  let port: MessagePort | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  const call = () => {
    const audience: Window | null = window.parent.opener;
    if (!audience || audience.closed) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<ToPane>) => {
      if (data.type === 'welcome') {
        clearInterval(timer);
        port = port1;
      }
      if (data.type === 'bye') dial();
      for (const listener of listeners) listener(data);
    };
    audience.postMessage(hello, location.protocol === 'file:' ? '*' : location.origin, [port2]);
  };
  const dial = () => {
    port = undefined;
    clearInterval(timer);
    timer = setInterval(call, patience);
    call();
  };
  dial();
  return {
    post: (message) => port?.postMessage(message),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
