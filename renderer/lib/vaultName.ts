/** What a vault is called on screen: its folder's name without the ending, whichever way the slashes lean. */
export function vaultName(folder: string | null): string {
  const name = folder?.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  return name.replace(/\.cvault$/, '');
}
