import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

// The library types what it reads from a file as `any`.
const outlineSchema = z.array(
  z.object({
    title: z.string(),
    dest: z.tuple([z.object({ num: z.number(), gen: z.number() })]).rest(z.unknown()),
    items: z.array(z.object({ title: z.string() })),
  }),
);
const annotationsSchema = z.array(z.object({ subtype: z.string() }));
const operandsSchema = z.array(z.unknown());

export interface PdfText {
  readonly text: string;
  /** Left, top, right and bottom in points, the origin in the top left corner. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  /** Line patterns set on the page, without the solid one. */
  readonly dashes: readonly (readonly number[])[];
  /** Structure roles in reading order. */
  readonly roles: readonly string[];
  readonly links: number;
}

export interface ReadPdf {
  readonly pages: readonly PdfPage[];
  readonly outline: readonly { readonly title: string; readonly page: number; readonly items: readonly string[] }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly language: unknown;
}

/** Reads a PDF as a viewer would: text with its place, outline with its targets, structure, metadata. */
export async function readPdf(bytes: Uint8Array, what: 'everything' | 'text' = 'everything'): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(document, number, what));
    const outline = [];
    for (const item of outlineSchema.parse((await document.getOutline()) ?? [])) {
      const page = (await document.getPageIndex(item.dest[0])) + 1;
      outline.push({ title: item.title, page, items: item.items.map((child) => child.title) });
    }
    const { info } = await document.getMetadata();
    return {
      pages,
      outline,
      info: Object.fromEntries(Object.entries(info)),
      language: Object.entries(info).find(([key]) => key === 'Language')?.[1],
    };
  } finally {
    await document.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

async function readPage(document: PdfDocument, number: number, what: 'everything' | 'text'): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item): PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x, y] = item.transform.map(Number);
    const left = x ?? 0;
    const baseline = height - (y ?? 0);
    return [{ text: item.str, left, top: baseline - item.height, right: left + item.width, bottom: baseline }];
  });
  if (what === 'text') return { width, height, texts, dashes: [], roles: [], links: 0 };
  const operators = await page.getOperatorList();
  const dashes = operators.fnArray.flatMap((operator, index): number[][] => {
    if (operator !== OPS.setDash) return [];
    const [pattern] = operandsSchema.parse(operators.argsArray[index]);
    return Array.isArray(pattern) && pattern.length > 0 ? [pattern.map(Number)] : [];
  });
  const links = annotationsSchema
    .parse(await page.getAnnotations())
    .filter((annotation) => annotation.subtype === 'Link').length;
  const tree = await page.getStructTree();
  return { width, height, texts, dashes, roles: rolesOf(tree), links };
}

function rolesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const role = 'role' in node && typeof node.role === 'string' ? [node.role] : [];
  const children: unknown[] = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...role, ...children.flatMap(rolesOf)];
}

/** All text of a page, in the order it was written. */
export const textOf = (page: PdfPage): string => page.texts.map((item) => item.text).join(' ');
