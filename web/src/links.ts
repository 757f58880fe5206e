const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address of a link if it is one that may be followed, as the browser reads it; null otherwise.
 *
 * @param base what a relative address is relative to; without it a relative address is none
 */
export function safeLink(address: string, base?: string): string | null {
  try {
    const url = new URL(address, base);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The address of a picture if it is one of the server's own charts; null otherwise. */
export function safePicture(path: string, server: URL): string | null {
  try {
    const charts = new URL('charts/', server);
    // A path from the root is meant from the server's address, which may itself stand below another site's root.
    const url = new URL(path.replace(/^\/(?!\/)/, ''), server);
    return url.origin === charts.origin && url.pathname.startsWith(charts.pathname) ? url.href : null;
  } catch {
    return null;
  }
}
