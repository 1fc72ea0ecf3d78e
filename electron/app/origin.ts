export const appScheme = 'app';
export const appOrigin = 'app://bundle';
export const startPage = `${appOrigin}/`;

/** True for an address of our own pages; compared as a parsed origin, so look-alike prefixes and user names fail. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return `${protocol}//${host}` === appOrigin && username === '' && password === '';
}
