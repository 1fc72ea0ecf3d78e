/**
 * `development` runs from the sources, `test` is packaged and may be driven, `release` is what officers get.
 * Baked in by the build: renaming the program or adding a switch does not change it.
 */
export type Flavour = 'development' | 'test' | 'release';

declare const __SINERGI_FLAVOUR__: Flavour;

export const flavour: Flavour = __SINERGI_FLAVOUR__;
