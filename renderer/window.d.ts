import type { SinergiBridge } from '../shared/contract.ts';

declare global {
  interface Window {
    readonly sinergi: SinergiBridge;
  }
}
