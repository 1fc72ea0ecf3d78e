import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Handlers } from '../../shared/contract.ts';
import { SinergiError } from '../../shared/errors.ts';
import { saveFile } from '../services/documents/save-file.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

const registers = [{ name: 'CSV, XLSX', extensions: ['csv', 'txt', 'xlsx'] }];
const csv = [{ name: 'CSV', extensions: ['csv'] }];

/** Files are known to a page by a token only: it can neither see nor name a path. */
export function importHandlers({ importing, session }: Services, { dialogs }: Ports) {
  const chosen = new Map<string, string>();
  session.beforeEnd(() => chosen.clear());
  const pathOf = (token: string): string => {
    const path = chosen.get(token);
    if (path === undefined) throw new SinergiError('file-not-found');
    return path;
  };

  return {
    'importing.chooseFile': async () => {
      const path = await dialogs.openFile(registers);
      if (path === null) return { file: null };
      const token = randomUUID();
      chosen.set(token, path);
      return { file: { token, name: basename(path), bytes: (await stat(path)).size } };
    },
    'importing.inspect': ({ token, kind }) => importing.inspect(pathOf(token), kind),
    'importing.start': ({ token, kind, mapping }) => importing.run(pathOf(token), kind, mapping),
    'importing.cancel': async () => {
      importing.cancel();
      return {};
    },
    'importing.list': async () => importing.list(),
    'importing.rejected': async ({ importId }) => importing.rejected(importId),
    'importing.saveRejected': async ({ importId }) => {
      const text = importing.rejectedCsv(importId);
      const path = await dialogs.saveFile('rejected.csv', csv);
      if (path === null) return { path };
      await session
        .vault('imports.run')
        .note({ action: 'import.save-rejected', entity: 'imports', entityId: importId });
      await saveFile(path, Buffer.from(text));
      return { path };
    },
  } satisfies Partial<Handlers>;
}
