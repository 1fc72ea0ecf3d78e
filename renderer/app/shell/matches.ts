/** Whether every typed word stands somewhere in the label. */
export function matches(label: string, typed: string): boolean {
  const text = label.toLocaleLowerCase('id');
  const words = typed.toLocaleLowerCase('id').split(/\s+/);
  return words.every((word) => text.includes(word));
}
