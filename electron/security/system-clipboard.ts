import { createHash } from 'node:crypto';
import { clipboard, ClipboardItem, type NativeImage, nativeImage } from 'electron';
import type { ClipboardPort } from './clipboard.ts';

const png = 'image/png';
const fingerprint = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** How Electron before 44, which tests run on, writes and reads pictures. */
interface EarlierClipboard {
  readImage(): NativeImage;
  writeImage(picture: NativeImage): void;
}

const isEarlier = (port: object): port is EarlierClipboard => 'readImage' in port && 'writeImage' in port;

async function readPicture(): Promise<string> {
  if (isEarlier(clipboard)) {
    const picture = clipboard.readImage();
    return picture.isEmpty() ? '' : fingerprint(picture.toBitmap());
  }
  for (const item of await clipboard.read()) {
    if (!item.types.includes(png)) continue;
    const blob = await item.getType(png);
    return fingerprint(new Uint8Array(await blob.arrayBuffer()));
  }
  return '';
}

async function writePicture(bytes: Uint8Array): Promise<void> {
  if (isEarlier(clipboard)) clipboard.writeImage(nativeImage.createFromBuffer(Buffer.from(bytes)));
  else await clipboard.write([new ClipboardItem({ [png]: new Blob([new Uint8Array(bytes)], { type: png }) })]);
}

/** Awaited everywhere it is used: from Electron 44 on these return promises. */
export const systemClipboard: ClipboardPort = {
  readText: () => clipboard.readText(),
  writeText: (text) => clipboard.writeText(text),
  readPicture,
  writePicture,
  clear: () => clipboard.clear(),
};
