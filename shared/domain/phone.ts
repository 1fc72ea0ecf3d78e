/** Telephone numbers of a cell in canonical form, `+628123456789`; what is not a number is left out. */
export function canonicalPhones(written: string): string[] {
  const phones = written
    .split(/[/,;|]|\s+(?=\+)/)
    .map(canonicalPhone)
    .filter((phone) => phone !== '');
  return [...new Set(phones)];
}

function canonicalPhone(written: string): string {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 16) return '';
  if (digits.startsWith('620')) return `+62${digits.slice(3)}`;
  if (digits.startsWith('62')) return `+${digits}`;
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`;
  // Only a mobile number is recognised without its leading zero.
  return digits.startsWith('8') ? `+62${digits}` : '';
}
