/** Last part of a folder's path, whichever way the slashes lean. */
export function folderName(folder: string | null): string {
  return folder?.split(/[\\/]/).findLast((part) => part !== '') ?? '';
}
