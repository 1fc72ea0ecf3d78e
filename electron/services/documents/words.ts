import { linkLabel } from '../../../shared/analysis/chart-labels.ts';
import type { SceneLink } from '../../../shared/analysis/chart-scene.ts';
import { createInstance } from 'i18next';
import type { Language, Marking } from '../../../shared/domain/basics.ts';
import type { Case, MemberPart } from '../../../shared/domain/case.ts';
import type { GradeScheme } from '../../../shared/domain/grade.ts';
import { prisonTime } from '../../../shared/domain/prison-clock.ts';
import { knownLinkKinds, type LinkStatus } from '../../../shared/domain/link.ts';
import type { RoleKind } from '../../../shared/domain/person.ts';
import { messages } from '../../../shared/i18n/messages.ts';

type Values = Readonly<Record<string, string | number>>;

/** The texts, dates and numbers of a document in one language. */
export class Words {
  readonly language: Language;
  readonly #translate: (key: string, values?: Values) => string;
  readonly #numbers: Intl.NumberFormat;

  constructor(language: Language) {
    this.language = language;
    const i18n = createInstance({
      lng: language,
      resources: messages,
      ns: [
        'document',
        'domain',
        'detection',
        'casework',
        'exchange',
        'mitigation',
        'training',
        'officers',
        'coordination',
      ],
      defaultNS: 'document',
      interpolation: { escapeValue: false },
      initAsync: false,
    });
    void i18n.init();
    this.#translate = (key, values) => i18n.t(key, { ...values });
    this.#numbers = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB');
  }

  /** A text of `document.json`. */
  say(key: string, values?: Values): string {
    return this.#translate(key, values);
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** `2026-03-02` as 2 Maret 2026 or 2 March 2026. */
  date(day: string): string {
    const [year, month, date] = day.split('-');
    return `${Number(date)} ${this.say(`month.${Number(month)}`)} ${year}`;
  }

  /** `2026-03` as Maret 2026. */
  month(month: string): string {
    const [year, number] = month.split('-');
    return `${this.say(`month.${Number(number)}`)} ${year}`;
  }

  /** `2026-03-02` as 02-03-2026, for narrow columns. */
  shortDate(day: string): string {
    const [year, month, date] = day.split('-');
    return `${date}-${month}-${year}`;
  }

  time(time: string): string {
    return this.language === 'id' ? time.replace(':', '.') : time;
  }

  /** A moment in the prison's time: 2 Maret 2026, 16.00 WIB. */
  instant(instant: string): string {
    const local = prisonTime(new Date(instant));
    return `${this.date(local.slice(0, 10))}, ${this.time(local.slice(11, 16))} WIB`;
  }

  marking(marking: Marking): string {
    return this.say(`domain:marking.${marking}`).toUpperCase();
  }

  part(part: MemberPart): string {
    return this.say(`domain:part.${part}`);
  }

  role(role: RoleKind): string {
    return this.say(`domain:role.${role}`);
  }

  status(status: Case['status']): string {
    return this.say(`domain:caseStatus.${status}`);
  }

  linkStatus(status: LinkStatus): string {
    return this.say(`domain:linkStatus.${status}`);
  }

  /** A kind the officer wrote in own words stands as written. */
  linkKind(kind: string): string {
    return knownLinkKinds.some((known) => known === kind) ? this.say(`domain:linkKind.${kind}`) : kind;
  }

  /** What stands on a line of the chart. */
  chartLabel(link: SceneLink, common: string | null, dates: boolean): string {
    return linkLabel(link, common, dates, {
      kind: (kind) => this.linkKind(kind),
      several: (count) => this.say('chart.several', { number: this.number(count) }),
    });
  }

  scheme(scheme: GradeScheme): string {
    return this.say(`domain:gradeScheme.${scheme}`);
  }

  /** What a code means in its scheme. */
  gradeMeaning(scheme: GradeScheme, side: 'source' | 'information', code: string): string {
    return this.say(`domain:grade.${scheme}.${side}.${code}`);
  }
}
