import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const cacheFolder = resolve(root, 'node_modules/.cache/sinergi');
export const distFolder = resolve(root, 'dist');
export const outFolder = resolve(root, 'out');
