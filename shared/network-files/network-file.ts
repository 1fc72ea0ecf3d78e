import { z } from 'zod';

export const valueTypes = ['string', 'number', 'boolean'] as const;

/** What people or links of a file have values for. Numbers and booleans are kept as they were written. */
const attributeSchema = z.strictObject({
  on: z.enum(['person', 'link']),
  name: z.string().min(1),
  type: z.enum(valueTypes),
});
export type NetworkAttribute = z.infer<typeof attributeSchema>;

/** By attribute's name; one without a value is left out, an empty text is no value. */
const valuesSchema = z.record(z.string(), z.string().min(1));

export const networkFileSchema = z.strictObject({
  /** What the network is and how it is marked, in a line; empty when nobody said. */
  description: z.string(),
  attributes: z.array(attributeSchema),
  people: z.array(z.strictObject({ id: z.string().min(1), label: z.string(), values: valuesSchema })),
  links: z.array(
    z.strictObject({
      id: z.string().min(1),
      from: z.string().min(1),
      to: z.string().min(1),
      directed: z.boolean(),
      /** Null when nobody weighed it. */
      weight: z.number().nonnegative().nullable(),
      values: valuesSchema,
    }),
  ),
});

/** A network as other tools exchange it: people, links, and what is known of each; every format here holds all of it. */
export type NetworkFile = z.infer<typeof networkFileSchema>;
export type FilePerson = NetworkFile['people'][number];
export type FileLink = NetworkFile['links'][number];

/** An attribute may be called as something every object has, `toString` for one. */
export const valueIn = (values: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** Values in the order of the attributes, so that the same network gives the same file. */
export function valuesOf(
  file: NetworkFile,
  on: NetworkAttribute['on'],
  values: Readonly<Record<string, string>>,
): { readonly attribute: NetworkAttribute; readonly key: string; readonly value: string }[] {
  return file.attributes.flatMap((attribute, index) => {
    const value = attribute.on === on ? valueIn(values, attribute.name) : undefined;
    return value === undefined ? [] : [{ attribute, key: `d${index}`, value }];
  });
}

/** A weight as a file wrote it; one that is no weight stays as a value under another name, so that it is not lost. */
export function weighed(
  text: string | undefined,
  values: Record<string, string>,
): { readonly weight: number | null; readonly values: Record<string, string> } {
  if (text === undefined || text.trim() === '') return { weight: null, values };
  const weight = Number(text);
  if (Number.isFinite(weight) && weight >= 0) return { weight, values };
  return { weight: null, values: { ...values, 'weight-as-written': text } };
}

/** The attributes somebody has a value for, and those that only values name. */
export function usedAttributes(
  declared: readonly NetworkAttribute[],
  people: readonly FilePerson[],
  links: readonly FileLink[],
): NetworkAttribute[] {
  const used = { person: namesIn(people), link: namesIn(links) };
  const known = declared.filter(({ on, name }) => used[on].delete(name));
  const rest = (['person', 'link'] as const).flatMap((on) =>
    [...used[on]].map((name): NetworkAttribute => ({ on, name, type: 'string' })),
  );
  return [...known, ...rest];
}

const namesIn = (entries: readonly { readonly values: Readonly<Record<string, string>> }[]): Set<string> =>
  new Set(entries.flatMap(({ values }) => Object.keys(values)));

/** Ends that no entry describes are people too; of an identifier given twice the first counts and the values are joined. */
export function withAllPeople(people: readonly FilePerson[], links: readonly FileLink[]): FilePerson[] {
  const byId = new Map<string, FilePerson>();
  for (const person of people) {
    const known = byId.get(person.id);
    if (known === undefined) byId.set(person.id, person);
    else byId.set(person.id, { ...known, values: { ...person.values, ...known.values } });
  }
  for (const { from, to } of links)
    for (const id of [from, to]) if (!byId.has(id)) byId.set(id, { id, label: '', values: {} });
  return [...byId.values()];
}
