import { z } from 'zod';

/** What is true behind the registers, for judging what a contestant finds. */
export const truthSchema = z.strictObject({
  /** Names as they really are, by NIK. */
  names: z.record(z.string(), z.string()),
  /** NIK of visitors who come together to several inmates. */
  rings: z.array(z.array(z.string())),
  queries: z.array(
    z.strictObject({
      kind: z.enum(['as it is', 'typing error', 'old spelling', 'other order', 'first letters']),
      /** Who is looked for, as the name really is. */
      name: z.string(),
      text: z.string(),
    }),
  ),
});
export type Truth = z.infer<typeof truthSchema>;
export type QueryKind = Truth['queries'][number]['kind'];

/** How many of what comes first somebody looks at. */
export const firstPage = 20;

/** Whether somebody of the name looked for is among them: namesakes are told apart by the page, not by the search. */
export const holdsName = (
  { names }: Truth,
  wanted: string,
  shown: readonly { readonly name: string; readonly nationalIds: readonly string[] }[],
): boolean =>
  shown.some(
    ({ name, nationalIds }) =>
      name.toLowerCase() === wanted.toLowerCase() || nationalIds.some((nationalId) => names[nationalId] === wanted),
  );

/** How many rings have two members side by side in one of the groups. */
export const ringsIn = ({ rings }: Truth, groups: readonly ReadonlySet<string>[]): number =>
  rings.filter((ring) => groups.some((group) => ring.filter((nationalId) => group.has(nationalId)).length >= 2)).length;
