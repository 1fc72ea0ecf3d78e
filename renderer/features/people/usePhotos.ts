import { useEffect, useMemo } from 'react';
import { useCall } from '../../lib/api.ts';

/** Addresses of people's photos, in this page's memory alone; gone with the page. */
export function usePhotos(ids: readonly string[]): ReadonlyMap<string, string> {
  const { data } = useCall('photos.of', { ids: [...ids] }, { enabled: ids.length > 0, keepPrevious: true });
  const addresses = useMemo(
    () =>
      new Map(
        (data ?? []).map(({ personId, jpeg }) => [
          personId,
          URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' })),
        ]),
      ),
    [data],
  );
  useEffect(
    () => () => {
      for (const address of addresses.values()) URL.revokeObjectURL(address);
    },
    [addresses],
  );
  return addresses;
}
