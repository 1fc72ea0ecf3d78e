import { chartStyle } from '../../../../shared/analysis/chart-geometry.ts';
import { memberParts } from '../../../../shared/domain/case.ts';
import { linkStatuses } from '../../../../shared/domain/link.ts';
import { type } from '../pdf/theme.ts';
import { drawArrow, drawPerson, setLine } from './chart-pen.ts';
import type { Composition } from './composition.ts';

/** Height of the legend with the air above it, in points. */
export const legendHeight = 34;

const sampleScale = 0.42;
const sampleWidth = 34;

/** One row below a chart that says what circles and lines mean; only parts that are on it are explained. */
export function drawLegend({ sheet, words, content }: Composition): void {
  const { pdf } = sheet;
  const middle = sheet.y + legendHeight - 10;
  let x = sheet.left;
  const element = sheet.element('P', sheet.section);
  const say = (text: string) => {
    const at = x;
    element.add(() => sheet.text.draw(text, at, middle - type.running.leading / 2, type.running));
    x += sheet.text.width(text, type.running) + 18;
  };
  for (const part of memberParts.filter((known) => content.subjects.some((subject) => subject.part === known))) {
    const at = x;
    sheet.artifact(() => {
      pdf.save();
      pdf.translate(at + 9, middle).scale(sampleScale);
      drawPerson(pdf, { x: 0, y: 0 }, part, true);
      pdf.restore();
    });
    x += 22;
    say(words.part(part));
  }
  const shown = linkStatuses.filter(
    (status) => status !== 'disproved' || content.links.some((link) => link.status === status),
  );
  for (const status of shown) {
    const at = x;
    sheet.artifact(() => {
      pdf.save();
      setLine(pdf, status);
      pdf
        .moveTo(at, middle)
        .lineTo(at + sampleWidth, middle)
        .stroke();
      pdf.restore();
    });
    x += sampleWidth + 6;
    say(words.say(`chart.${status}`));
  }
  const at = x;
  sheet.artifact(() => {
    pdf.save();
    setLine(pdf, 'confirmed');
    const [tip, foot, half] = [at + sampleWidth, at + sampleWidth - chartStyle.arrowLength, chartStyle.arrowWidth / 2];
    pdf.moveTo(at, middle).lineTo(foot, middle).stroke();
    drawArrow(pdf, [
      { x: tip, y: middle },
      { x: foot, y: middle - half },
      { x: foot, y: middle + half },
    ]);
    pdf.restore();
  });
  x += sampleWidth + 6;
  say(words.say('chart.directed'));
  element.end();
  sheet.y = sheet.y + legendHeight;
}
