declare global {
  // Read by react-remove-scroll, which writes a style sheet of its own while a dialog is open.
  var __webpack_nonce__: string | undefined;
}

/** Fresh for every load of the page; style sheets written at run time carry it. */
export function styleNonce(): string {
  // A page hides the nonce attribute of its elements, so it stands as the content of a meta element.
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

export function shareNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
