/** Bytes of the largest photo that is kept, and its longest side in pixels. */
export const largestPhoto = 400 * 1024;
export const photoSide = 480;
/** Bytes of the largest picture that is made into one. */
export const largestPicture = 40 * 1024 * 1024;

/**
 * A JPEG without anything in it but the picture: application data (Exif with places and devices, XMP, thumbnails, colour
 * profiles) and comments are left out, and whatever follows the end of the picture. Null when it is no JPEG of one frame.
 */
export function plainJpeg(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let offset = 2;
  for (;;) {
    const marker = jpeg[offset + 1];
    const length = ((jpeg[offset + 2] ?? 0) << 8) | (jpeg[offset + 3] ?? 0);
    if (jpeg[offset] !== 0xff || marker === undefined || length < 2 || offset + 2 + length > jpeg.length) return null;
    const segment = jpeg.subarray(offset, offset + 2 + length);
    if (marker === 0xda) break;
    const told = (marker > 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!told) kept.push(segment);
    offset += 2 + length;
  }
  // The rest is the picture, in which 0xff stands before a zero or a restart mark only, up to its end.
  const end = endOfScan(jpeg, offset);
  if (end === null) return null;
  kept.push(jpeg.subarray(offset, end));
  const whole = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of kept) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function endOfScan(jpeg: Uint8Array, from: number): number | null {
  let offset = from + 2 + (((jpeg[from + 2] ?? 0) << 8) | (jpeg[from + 3] ?? 0));
  for (; offset + 1 < jpeg.length; offset += 1) {
    if (jpeg[offset] !== 0xff) continue;
    const next = jpeg[offset + 1] ?? 0;
    if (next === 0xd9) return offset + 2;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return null;
  }
  return null;
}
