import { type BrowserWindow, dialog } from 'electron';
import type { Dialogs, FileFilter } from '../services/ports.ts';

const copy = (filters: readonly FileFilter[]): Electron.FileFilter[] =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** The system's own dialogs, over the window there is. Nothing chosen goes into the desktop's list of recent files. */
export function createDialogs(currentWindow: () => BrowserWindow | null): Dialogs {
  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> => {
    const window = currentWindow();
    const answer =
      window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };
  return {
    openFile: (filters) => open({ properties: ['openFile', 'dontAddToRecent'], filters: copy(filters) }),
    openFolder: () => open({ properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] }),
    async saveFile(defaultName, filters) {
      const options: Electron.SaveDialogOptions = {
        defaultPath: defaultName,
        filters: copy(filters),
        properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
      };
      const window = currentWindow();
      const answer =
        window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
      return answer.canceled || answer.filePath === '' ? null : (answer.filePath ?? null);
    },
  };
}
