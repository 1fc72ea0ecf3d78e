import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Flavour } from './flavour.ts';

/** No menu but what the platform needs: macOS wires copy and paste through it. Developers get their tools. */
export function setMenu(flavour: Flavour, platform: NodeJS.Platform): void {
  const items: MenuItemConstructorOptions[] = [];
  if (platform === 'darwin') items.push({ role: 'appMenu' }, { role: 'editMenu' });
  if (flavour === 'development')
    items.push({ label: 'Developer', submenu: [{ role: 'toggleDevTools' }, { role: 'reload' }] });
  Menu.setApplicationMenu(items.length === 0 ? null : Menu.buildFromTemplate(items));
}
