export interface ClipboardPort {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  /** A fingerprint of the picture on the clipboard; empty when there is none. */
  readPicture(): string | Promise<string>;
  writePicture(png: Uint8Array): void | Promise<void>;
  clear(): void | Promise<void>;
}

export interface GuardedClipboard {
  copy(text: string): Promise<void>;
  /** A picture as the bytes of a PNG. */
  copyPicture(png: Uint8Array): Promise<void>;
  /** Empties the clipboard if it still holds what we put there. */
  clear(): Promise<void>;
}

const clearAfterMs = 30_000;

export function createGuardedClipboard(port: ClipboardPort, limitMs = clearAfterMs): GuardedClipboard {
  let isOurs: (() => Promise<boolean>) | undefined;
  let timer: NodeJS.Timeout | undefined;

  const clear = async (): Promise<void> => {
    clearTimeout(timer);
    const still = isOurs;
    isOurs = undefined;
    if (still !== undefined && (await still())) await port.clear();
  };

  function clearLater(): void {
    // A clipboard that cannot be read any more is not ours to empty.
    timer = setTimeout(() => void clear().catch(() => undefined), limitMs);
    timer.unref();
  }

  return {
    clear,
    async copy(text) {
      clearTimeout(timer);
      isOurs = async () => (await port.readText()) === text;
      await port.writeText(text);
      clearLater();
    },
    async copyPicture(png) {
      clearTimeout(timer);
      await port.writePicture(png);
      // The system stores a picture in a form of its own, so it is known again by what comes back.
      const written = await port.readPicture();
      isOurs = async () => written !== '' && (await port.readPicture()) === written;
      clearLater();
    },
  };
}
