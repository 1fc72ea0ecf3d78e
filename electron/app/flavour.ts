/**
 * `development` runs from the sources, `test` is packaged and may be driven, `release` is what officers get.
 * Baked in by the build: renaming the program or adding a switch does not change it.
 */
export type Flavour = 'development' | 'test' | 'release';

declare const __SINERGI_FLAVOUR__: Flavour;

export const flavour: Flavour = __SINERGI_FLAVOUR__;

declare const __SINERGI_RELEASE_KEY__: string | null;

/** Public half of the key that signs updates, PEM; baked in likewise, null where none was named when it was built. */
export const releaseKey: string | null = __SINERGI_RELEASE_KEY__;
