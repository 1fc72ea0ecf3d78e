import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClipboardPort, createGuardedClipboard } from '../../../electron/security/clipboard.ts';

function fakeClipboard(): ClipboardPort & { text: string; picture: string } {
  return {
    text: '',
    picture: '',
    readText() {
      return this.text;
    },
    writeText(text) {
      this.text = text;
    },
    readPicture() {
      return this.picture;
    },
    writePicture(png) {
      this.picture = `picture of ${png.length} bytes`;
    },
    clear() {
      this.text = '';
      this.picture = '';
    },
  };
}

describe('the guarded clipboard', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('empties itself after its time', async () => {
    const port = fakeClipboard();
    const guarded = createGuardedClipboard(port, 1000);
    await guarded.copy('secret');
    await vi.advanceTimersByTimeAsync(999);
    expect(port.text).toBe('secret');
    await vi.advanceTimersByTimeAsync(1);
    expect(port.text).toBe('');
  });

  it('empties itself of a picture, and leaves alone another picture put there since', async () => {
    const port = fakeClipboard();
    const guarded = createGuardedClipboard(port, 1000);
    await guarded.copyPicture(new Uint8Array(7));
    await vi.advanceTimersByTimeAsync(1000);
    expect(port.picture).toBe('');
    await guarded.copyPicture(new Uint8Array(7));
    port.picture = 'of somebody else';
    await guarded.clear();
    expect(port.picture).toBe('of somebody else');
  });

  it('leaves alone what another program has put there since', async () => {
    const port = fakeClipboard();
    const guarded = createGuardedClipboard(port, 1000);
    await guarded.copy('secret');
    port.text = 'of another program';
    await vi.advanceTimersByTimeAsync(1000);
    expect(port.text).toBe('of another program');
  });

  it('counts anew from the last copy', async () => {
    const port = fakeClipboard();
    const guarded = createGuardedClipboard(port, 1000);
    await guarded.copy('first');
    await vi.advanceTimersByTimeAsync(900);
    await guarded.copy('second');
    await vi.advanceTimersByTimeAsync(900);
    expect(port.text).toBe('second');
  });

  it('empties itself at once when told, and only once', async () => {
    const port = fakeClipboard();
    const guarded = createGuardedClipboard(port, 1000);
    await guarded.copy('secret');
    await guarded.clear();
    expect(port.text).toBe('');
    port.text = 'secret';
    await guarded.clear();
    expect(port.text).toBe('secret');
  });
});
