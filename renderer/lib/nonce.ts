/** Fresh for every load of the page; styles written at run time carry it. */
export const styleNonce = (): string => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
