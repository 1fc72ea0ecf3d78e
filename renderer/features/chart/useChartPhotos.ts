import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useCall } from '../../lib/api.ts';

const none: ReadonlyMap<string, ImageBitmap> = new Map();

/** Photos of the people of a chart, ready to be drawn; none while they are not wanted. */
export function useChartPhotos(ids: readonly string[], wanted: boolean): ReadonlyMap<string, ImageBitmap> {
  const { data } = useCall('photos.of', { ids: [...ids] }, { enabled: wanted && ids.length > 0, keepPrevious: true });
  const [photos, setPhotos] = useState(none);
  useEffect(() => {
    let current = true;
    async function open(): Promise<void> {
      const opened = await opening(data ?? []);
      if (current) setPhotos(opened);
    }
    void open();
    return () => {
      current = false;
    };
  }, [data]);
  return wanted ? photos : none;
}

/** One that does not open leaves the sign where it was. */
async function opening(photos: Output<'photos.of'>): Promise<ReadonlyMap<string, ImageBitmap>> {
  const all = await Promise.allSettled(
    photos.map(async ({ personId, jpeg }) => {
      const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
      return [personId, bitmap] as const;
    }),
  );
  return new Map(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}
