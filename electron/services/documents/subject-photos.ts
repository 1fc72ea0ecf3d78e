import type { CaseDocument } from '../../../shared/domain/case-document.ts';
import type { VaultPort } from '../../vault/port.ts';
import { photosOf } from '../people/photos.ts';

/** The same with the photos of those who have one. */
export async function withPhotos(
  vault: Pick<VaultPort, 'document' | 'blobs'>,
  content: CaseDocument,
): Promise<CaseDocument> {
  const { sections } = content;
  if (sections?.includes('subjects') === false && !sections.includes('chart')) return content;
  const photos = new Map(
    (
      await photosOf(
        vault,
        content.subjects.map(({ personId }) => personId),
      )
    ).map(({ personId, jpeg }) => [personId, Buffer.from(jpeg).toString('base64')]),
  );
  if (photos.size === 0) return content;
  return {
    ...content,
    subjects: content.subjects.map((subject) => {
      const photo = photos.get(subject.personId);
      return photo === undefined ? subject : { ...subject, photo };
    }),
  };
}
