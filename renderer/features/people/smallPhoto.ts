import { photoSide } from '../../../shared/domain/photo.ts';
import { SinergiError } from '../../../shared/errors.ts';

/**
 * A small JPEG of any picture, upright, with nothing of the file it came from but what is seen.
 *
 * @throws SinergiError `photo-unreadable`
 */
export async function smallPhoto(picture: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bitmap = await createImageBitmap(new Blob([picture]), { imageOrientation: 'from-image' });
    const scale = Math.min(1, photoSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) throw new RangeError('nothing to draw on');
    // A picture that can be seen through stands on white, as on paper.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86));
    if (blob === null) throw new RangeError('no JPEG');
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new SinergiError('photo-unreadable', undefined, { cause });
  }
}
