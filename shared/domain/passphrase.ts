/** Length counts most against guessing (NIST SP 800-63B); the interface's meter judges the rest. */
export const minimumPassphraseLength = 12;

/** Counted in characters as people count them, after the normalisation the vault applies. */
export const isLongEnough = (passphrase: string): boolean =>
  Array.from(passphrase.normalize('NFKC')).length >= minimumPassphraseLength;
