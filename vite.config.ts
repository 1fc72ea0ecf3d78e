import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, relative, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { trustedReleaseKey } from './build/release-keys.mjs';
import { fontFiles, rasterizerName } from './electron/services/documents/pdf/font-file.ts';

const root = import.meta.dirname;
const flavours = ['development', 'test', 'release'] as const;

/** What the build allows itself; baked in, so that no switch or renamed binary can change it afterwards. */
function flavour(): (typeof flavours)[number] {
  const asked = process.env['SINERGI_FLAVOUR'] ?? 'development';
  const known = flavours.find((name) => name === asked);
  if (known === undefined) throw new Error(`SINERGI_FLAVOUR is one of ${flavours.join(', ')}, not ${asked}`);
  return known;
}

function outDir(part: string): string {
  return resolve(root, process.env['SINERGI_OUT'] ?? 'dist', part);
}

/** The page's only Trusted Types policy has to exist before the first module runs, so it is a file of its own. */
function trustedTypesPolicy(): Plugin {
  return {
    name: 'sinergi-trusted-types',
    generateBundle() {
      const source = readFileSync(resolve(root, 'build/page/trusted-types.js'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'trusted-types.js', source });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: '/trusted-types.js' }, injectTo: 'head-prepend' }],
  };
}

/** Leaves beside the build in which folders the packages lie whose code went into it: their licences go along. */
function bundledPackages(part: string): Plugin {
  const folders = new Set<string>();
  return {
    name: 'sinergi-bundled-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, ''))?.[0];
          if (found !== undefined) folders.add(relative(root, found));
        }
      }
    },
    writeBundle: () => writeFileSync(outDir(`packages-${part}.json`), JSON.stringify([...folders].sort())),
  };
}

function rendererConfig(): UserConfig {
  return {
    root: resolve(root, 'renderer'),
    base: '/',
    plugins: [react(), trustedTypesPolicy(), bundledPackages('renderer')],
    build: {
      outDir: outDir('renderer'),
      emptyOutDir: true,
      target: 'chrome114',
      // CSP allows no data: addresses, so every asset is a file of the manifest.
      assetsInlineLimit: 0,
      // The helper that Vite would add fetches with fetch(); Chromium preloads modules itself.
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      reportCompressedSize: false,
    },
  };
}

function workerEntries(): Record<string, string> {
  const folder = resolve(root, 'electron/workers');
  const names = readdirSync(folder).filter((name) => name.endsWith('.worker.ts'));
  return Object.fromEntries(names.map((name) => [basename(name, '.ts'), resolve(folder, name)]));
}

/** The PDF's fonts lie beside the programs that set it, as they came. */
function documentFonts(): Plugin {
  const folder = resolve(root, 'node_modules/@ibm/plex-sans/fonts/complete/woff');
  return {
    name: 'sinergi-document-fonts',
    generateBundle() {
      for (const name of Object.values(fontFiles))
        this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(resolve(folder, name)) });
      const source = readFileSync(resolve(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm'));
      this.emitFile({ type: 'asset', fileName: `fonts/${rasterizerName}`, source });
    },
  };
}

function nodeConfig(part: string, input: Record<string, string>, empty: boolean): UserConfig {
  return {
    root,
    define: {
      __SINERGI_FLAVOUR__: JSON.stringify(flavour()),
      __SINERGI_RELEASE_KEY__: JSON.stringify(trustedReleaseKey(flavour())),
    },
    // Everything from npm is bundled: the package holds no node_modules.
    ssr: { noExternal: true, target: 'node', external: ['electron', 'pdfmake'] },
    publicDir: false,
    // The bench is nobody's program: what is in it goes to no medium.
    plugins: [documentFonts(), ...(part === 'bench' ? [] : [bundledPackages(part)])],
    build: {
      ssr: true,
      outDir: outDir('electron'),
      emptyOutDir: empty,
      target: 'node18',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        // pdfmake, a peer of the bench, does not survive being bundled.
        external: ['electron', 'pdfmake', /^node:/, ...builtinModules],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          assetFileNames: 'assets/[name][extname]',
        },
      },
    },
  };
}

const benchEntry = (name: string): string => resolve(root, `tests/bench/${name}.ts`);
const entry = (name: string): string => resolve(root, `electron/${name}.ts`);

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'renderer':
      return rendererConfig();
    case 'electron':
      return nodeConfig('electron', { main: entry('main'), cli: entry('cli'), ...workerEntries() }, true);
    // The command line alone, for machines and moments without a window.
    case 'cli':
      return nodeConfig('cli', { cli: entry('cli'), ...workerEntries() }, false);
    case 'bench':
      return nodeConfig(
        'bench',
        { bench: benchEntry('main'), print: benchEntry('documents/print-page'), ...workerEntries() },
        true,
      );
    // A sandboxed preload cannot require a second file, so it is built without shared chunks.
    case 'preload':
      return nodeConfig('preload', { preload: entry('preload') }, false);
    default:
      return {
        define: {
          __SINERGI_FLAVOUR__: JSON.stringify('test'),
          __SINERGI_RELEASE_KEY__: JSON.stringify(trustedReleaseKey('test')),
        },
        test: {
          reporters: ['default'],
          // All processors: on two of them the usual one less would leave half of the machine idle.
          maxWorkers: '100%',
          projects: [
            { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
            {
              extends: true,
              test: {
                name: 'integration',
                include: ['tests/integration/**/*.test.ts'],
                testTimeout: 60_000,
                hookTimeout: 60_000,
              },
            },
          ],
        },
      };
  }
});
