import { clipboard } from 'electron';
import type { ClipboardPort } from './clipboard.ts';

/** Awaited everywhere it is used: from Electron 44 on these return promises. */
export const systemClipboard: ClipboardPort = {
  readText: () => clipboard.readText(),
  writeText: (text) => clipboard.writeText(text),
  clear: () => clipboard.clear(),
};
