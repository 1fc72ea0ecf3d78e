import { type TextColumn, type VisitBatch, type VisitTextColumn, visitTextColumns } from '../../vault/port.ts';

const dayLength = 86_400_000;

/** Collects visits column by column, texts once each. */
export class VisitColumns {
  readonly #dates: number[] = [];
  readonly #times: number[] = [];
  readonly #rows: number[] = [];
  readonly #texts = new Map(visitTextColumns.map((name) => [name, new TextCollector()]));

  add(date: string, time: string | null, sourceRow: number, texts: Readonly<Record<VisitTextColumn, string>>): void {
    this.#dates.push(Date.parse(date) / dayLength);
    this.#times.push(time === null ? -1 : Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
    this.#rows.push(sourceRow);
    for (const [name, collector] of this.#texts) collector.add(texts[name]);
  }

  /** Null when nothing was added. */
  finish(): Omit<VisitBatch, 'importId'> | null {
    if (this.#rows.length === 0) return null;
    const column = (name: VisitTextColumn): TextColumn =>
      this.#texts.get(name)?.finish() ?? { distinct: [], index: new Int32Array() };
    return {
      length: this.#rows.length,
      date: Int32Array.from(this.#dates),
      time: Int16Array.from(this.#times),
      sourceRow: Int32Array.from(this.#rows),
      texts: {
        visitorId: column('visitorId'),
        inmateId: column('inmateId'),
        queueNumber: column('queueNumber'),
        relation: column('relation'),
        visitorName: column('visitorName'),
        nationalId: column('nationalId'),
        phone: column('phone'),
        address: column('address'),
        inmateName: column('inmateName'),
        registrationNumber: column('registrationNumber'),
        cell: column('cell'),
      },
    };
  }
}

class TextCollector {
  readonly #numbers = new Map<string, number>();
  readonly #index: number[] = [];

  add(text: string): void {
    const known = this.#numbers.get(text);
    const number = known ?? this.#numbers.size;
    if (known === undefined) this.#numbers.set(text, number);
    this.#index.push(number);
  }

  finish(): TextColumn {
    return { distinct: [...this.#numbers.keys()], index: Int32Array.from(this.#index) };
  }
}
