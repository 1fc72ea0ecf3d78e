/** `_x0001_`, the way Office Open XML writes characters that XML 1.0 cannot hold (ECMA-376, 22.9.2.19 ST_Xstring). */
const escaped = /_x([0-9a-fA-F]{4})_/g;
/** The characters XML 1.0 leaves out (section 2.2), and halves of pairs. */
const unspeakable = /[^\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]|[\u{d800}-\u{dfff}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const hex = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Text for XML, in an element or an attribute; `fromXml` gives back every letter of it. */
export function toXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(unspeakable, (letter) => `_x${hex(letter)}_`)
    .replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
    .replace(/[\t\n\r]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Text as an XML reader hands it over, with the letters XML cannot hold put back. */
export const fromXml = (text: string): string =>
  text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
