const WIDGET = /\/widget\/[^/]*$/;

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

/** The script tag that loaded the widget; null if a bundler or `import()` did. */
export const scriptTag: HTMLScriptElement | null = script;

/** Where the widget came from; else the server of the page. */
const home = new URL(script && WIDGET.test(script.src) ? script.src.replace(WIDGET, '/') : '/', document.baseURI);

/**
 * The assistant's server.
 *
 * @param address of the `server` attribute; what is no web address is reported in the console and not used
 */
export function serverAt(address: string): URL {
  if (!address) return home;
  try {
    const url = new URL(address.endsWith('/') ? address : `${address}/`, document.baseURI);
    if (url.protocol === 'https:' || url.protocol === 'http:') return url;
  } catch {
    // Said below.
  }
  console.warn(`career-chat: server="${address}" is no web address; ${home.href} is used`);
  return home;
}
