import type { Ports } from '../ports.ts';
import { placesOf } from './places.ts';

/**
 * The program around the services with the policy between them: every file that a page has written goes to where a dialog
 * said, and every picture to the clipboard, so that both are stopped here.
 */
export function boundedPorts(ports: Ports): Ports {
  const places = placesOf(ports.policy);
  return {
    ...ports,
    dialogs: {
      ...ports.dialogs,
      async saveFile(defaultName, filters) {
        const path = await ports.dialogs.saveFile(places.offer(defaultName), filters);
        if (path !== null) await places.copy(path);
        return path;
      },
    },
    async copyPicture(png) {
      places.picture();
      await ports.copyPicture(png);
    },
  };
}
