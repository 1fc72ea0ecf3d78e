export const appScheme = 'app';
export const appOrigin = 'app://bundle';
export const startPage = `${appOrigin}/`;

/** An address in its parts, or null when it is none. (`URL.canParse` is younger than the oldest runtime.) */
function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** True for an address of our own pages; compared as a parsed origin, so look-alike prefixes and user names fail. */
export function isOwnAddress(address: string): boolean {
  const url = parse(address);
  return url !== null && `${url.protocol}//${url.host}` === appOrigin && url.username === '' && url.password === '';
}
