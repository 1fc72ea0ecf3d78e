import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the command line remembers things between two runs; `SINERGI_STATE` names another place. */
export function stateFolder(): string {
  const { SINERGI_STATE: asked, XDG_STATE_HOME: state, LOCALAPPDATA: local } = process.env;
  if (asked !== undefined && asked !== '') return asked;
  if (process.platform === 'win32') return join(local ?? join(homedir(), 'AppData', 'Local'), 'Sinergi', 'state');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Sinergi', 'state');
  return join(state !== undefined && state !== '' ? state : join(homedir(), '.local', 'state'), 'sinergi');
}
