/** The size of a plot's host in untransformed CSS px, and the moments at which its layout is stale. */

export interface HostSize {
  width: number;
  height: number;
  /** Looks again if there was no size yet; whether there is one now. */
  exists(): boolean;
  stop(): void;
}

/** Calls `changed` whenever the size of `host` or the fonts of the page changed. */
export function followSize(host: HTMLElement, changed: () => void): HostSize {
  const size: HostSize = {
    width: host.clientWidth,
    height: host.clientHeight,
    exists() {
      if (size.width === 0 || size.height === 0) read();
      return size.width > 0 && size.height > 0;
    },
    stop() {
      observer.disconnect();
      document.fonts?.removeEventListener('loadingdone', refit);
    },
  };
  const read = () => {
    size.width = host.clientWidth;
    size.height = host.clientHeight;
  };
  const refit = () => {
    read();
    changed();
  };
  const observer = new ResizeObserver(refit);
  observer.observe(host);
  document.fonts?.addEventListener('loadingdone', refit);
  return size;
}
