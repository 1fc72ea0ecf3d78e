import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { commonKind } from '../../../shared/analysis/chart-labels.ts';
import { chartSvg, type PictureTexts } from '../../../shared/analysis/chart-svg.ts';
import type { PictureFormat } from '../../../shared/contract/documents.ts';
import type { CaseDocument, ExportLine } from '../../../shared/domain/case-document.ts';
import { memberParts } from '../../../shared/domain/case.ts';
import { linkStatuses } from '../../../shared/domain/link.ts';
import { drawOnPaper, leftOut, sceneOf, writeChart } from './case-file-pdf/chart.ts';
import { type Composition, numberSubjects } from './case-file-pdf/composition.ts';
import { drawFrames, headOf } from './case-file-pdf/frame.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import { type FontBytes, unwrapWoff } from './pdf/font-file.ts';
import { Sheet } from './pdf/sheet.ts';
import { finish } from './pdf/tagged-document.ts';
import { markingColour, type } from './pdf/theme.ts';
import { Words } from './words.ts';

/** Pixels to the chart unit, and the most pixels a picture has: more than a wall poster needs, and held in memory. */
const sharpness = 2;
const mostPixels = 48_000_000;
const longestSide = 16_000;

/** The module can be started once in a process. */
let rasterizing: Promise<void> | undefined;

/**
 * The chart of a case alone: the drawing of the case file as SVG or PNG, or as pages to print.
 *
 * @param rasterizer the WebAssembly module that makes a PNG of an SVG
 */
export async function writeCasePicture(
  format: PictureFormat,
  content: CaseDocument,
  exportLine: ExportLine,
  fonts: FontBytes,
  rasterizer: Uint8Array<ArrayBuffer>,
): Promise<WrittenPdf> {
  if (format === 'pdf') return await writePages(content, exportLine, fonts);
  const { svg, width, height } = drawSvg(content, exportLine, fonts);
  if (format === 'svg') return { bytes: new Uint8Array(Buffer.from(svg, 'utf8')), pages: 1 };
  rasterizing ??= initWasm(rasterizer);
  await rasterizing;
  const zoom = Math.min(sharpness, Math.sqrt(mostPixels / (width * height)), longestSide / Math.max(width, height));
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontBuffers: [unwrapWoff(fonts.regular), unwrapWoff(fonts.semibold)],
      defaultFontFamily: 'IBM Plex Sans',
      sansSerifFamily: 'IBM Plex Sans',
    },
  });
  return { bytes: new Uint8Array(picture.render().asPng()), pages: 1 };
}

function compose(content: CaseDocument, exportLine: ExportLine, fonts: FontBytes, numbers: boolean): Composition {
  const words = new Words(exportLine.language);
  const sheet = new Sheet(fonts, {
    title: `${content.case.number} ${content.case.title}`,
    language: exportLine.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(exportLine.at),
  });
  return { sheet, words, content, exportLine, numbered: numberSubjects(numbers ? content.subjects : []) };
}

async function writePages(content: CaseDocument, exportLine: ExportLine, fonts: FontBytes): Promise<WrittenPdf> {
  const composition = compose(content, exportLine, fonts, true);
  const { sheet, words } = composition;
  sheet.beginSection(words.say('section.chart'), 'chart', 'landscape');
  writeChart(composition);
  drawFrames(sheet, words, headOf(content), exportLine, { cover: false });
  return { pages: sheet.pageNumber, bytes: await finish(sheet.pdf) };
}

function drawSvg(content: CaseDocument, exportLine: ExportLine, fonts: FontBytes): ReturnType<typeof chartSvg> {
  // Numbers belong to a list of subjects, which a picture has not.
  const composition = compose(content, exportLine, fonts, false);
  const { sheet, words } = composition;
  const scene = sceneOf(content);
  const common = commonKind(scene.links);
  const drawn = drawOnPaper(composition, scene, common, true);
  const { number, title, marking } = content.case;
  const texts: PictureTexts = {
    marking: words.marking(marking),
    markingColour: markingColour[marking],
    title: sheet.text.clean(`${number}  ${title}`),
    parts: memberParts
      .filter((part) => scene.nodes.some((node) => node.part === part))
      .map((part) => ({ part, name: words.part(part) })),
    statuses: linkStatuses
      .filter((status) => status !== 'disproved' || content.links.some((link) => link.status === status))
      .map((status) => ({ status, name: words.say(`chart.${status}`) })),
    notes: [
      ...(common === null ? [] : [words.say('chart.common', { kind: words.linkKind(common) })]),
      ...leftOut(composition, scene),
      words.say('exportLine', { officer: exportLine.officer, at: words.instant(exportLine.at) }),
    ].map((line) => sheet.text.clean(line)),
  };
  const style = { ...type.body, size: 1 };
  return chartSvg(
    drawn,
    new Map(content.subjects.map(({ personId, part }) => [personId, part])),
    texts,
    (text, size) => sheet.text.width(text, style) * size,
    new Map(
      content.view?.photos === false
        ? []
        : content.subjects.flatMap(({ personId, photo }) => (photo === undefined ? [] : [[personId, photo] as const])),
    ),
  );
}
