export interface ClipboardPort {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void | Promise<void>;
}

export interface GuardedClipboard {
  copy(text: string): Promise<void>;
  /** Empties the clipboard if it still holds what we put there. */
  clear(): Promise<void>;
}

const clearAfterMs = 30_000;

export function createGuardedClipboard(port: ClipboardPort, limitMs = clearAfterMs): GuardedClipboard {
  let ours: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  const clear = async (): Promise<void> => {
    clearTimeout(timer);
    const text = ours;
    ours = undefined;
    if (text !== undefined && (await port.readText()) === text) await port.clear();
  };

  return {
    clear,
    async copy(text) {
      clearTimeout(timer);
      ours = text;
      await port.writeText(text);
      // A clipboard that cannot be read any more is not ours to empty.
      timer = setTimeout(() => void clear().catch(() => undefined), limitMs);
      timer.unref();
    },
  };
}
