import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

const pictures = [{ name: 'JPEG, PNG', extensions: ['jpg', 'jpeg', 'png'] }];

export function photoHandlers({ photos }: Services, { dialogs }: Ports) {
  return {
    'photos.of': ({ ids }) => photos.of(ids),
    'photos.choose': async () => {
      const path = await dialogs.openFile(pictures);
      return { picture: path === null ? null : await photos.read(path) };
    },
    'photos.set': ({ personId, jpeg }) => photos.set(personId, jpeg),
    'photos.remove': ({ personId }) => photos.remove(personId),
  } satisfies Partial<Handlers>;
}
