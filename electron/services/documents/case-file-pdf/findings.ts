import { findingFacts } from '../../../../shared/analysis/detection/finding.ts';
import type { DocumentFinding } from '../../../../shared/domain/case-document.ts';
import { dateSchema } from '../../../../shared/domain/basics.ts';
import { type } from '../pdf/theme.ts';
import { type Composition, subjectLabel } from './composition.ts';

/** Findings people came into the case from: what was found, what it does not show, and how often chance gives it. */
export function writeFindings(composition: Composition): void {
  const { sheet, words, content } = composition;
  const { findings = [] } = content;
  if (findings.length === 0) {
    sheet.paragraph(words.say('findings.none'), type.note);
    return;
  }
  sheet.paragraph(words.say('findings.intro'), type.note);
  for (const finding of findings) writeFinding(composition, finding);
}

function writeFinding(composition: Composition, finding: DocumentFinding): void {
  const { sheet, words } = composition;
  const day = (value: string | number): string | number =>
    dateSchema.safeParse(value).success ? words.date(String(value)) : value;
  const facts = Object.fromEntries(Object.entries(findingFacts(finding)).map(([name, value]) => [name, day(value)]));
  const say = (key: string): string => words.say(`detection:${key}`, facts);
  const people = finding.subjects.map((id) => subjectLabel(composition, id)).join('; ');
  sheet.space(8);
  sheet.need(5 * type.body.leading);
  sheet.paragraph(
    `${words.say(`detection:kind.${finding.kind}`)} · ${words.say('findings.found', { at: words.instant(finding.foundAt) })}`,
    type.cellStrong,
  );
  sheet.paragraph(`${say(`${finding.kind}.what`)} ${say(`${finding.kind}.not`)} ${say('chance')}`);
  sheet.paragraph(`${words.say('findings.subjects')}: ${people}`, type.note);
}
