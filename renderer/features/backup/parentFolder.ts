/** The folder a vault lies in, as the workstation's system writes paths. */
export const parentFolder = (folder: string): string => folder.replace(/[\\/][^\\/]+[\\/]?$/, '');
