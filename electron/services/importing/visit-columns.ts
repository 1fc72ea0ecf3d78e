import { type TextColumn, type VisitBatch, type VisitTextColumn, visitTextColumns } from '../../vault/port.ts';
import { GrowingInts } from './visit-rows.ts';

/** Collects visits column by column, texts once each. */
export class VisitColumns {
  readonly #dates = new GrowingInts();
  readonly #times = new GrowingInts();
  readonly #rows = new GrowingInts();
  readonly #texts = new Map(visitTextColumns.map((name) => [name, new TextCollector()]));

  /** @param date days since 1970-01-01; `time`: minutes since midnight, −1 for none */
  add(date: number, time: number, sourceRow: number, texts: Readonly<Record<VisitTextColumn, string>>): void {
    this.#dates.push(date);
    this.#times.push(time);
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
      date: this.#dates.values(),
      time: Int16Array.from(this.#times.values()),
      sourceRow: this.#rows.values(),
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
  readonly #index = new GrowingInts();

  add(text: string): void {
    const known = this.#numbers.get(text);
    const number = known ?? this.#numbers.size;
    if (known === undefined) this.#numbers.set(text, number);
    this.#index.push(number);
  }

  finish(): TextColumn {
    return { distinct: [...this.#numbers.keys()], index: this.#index.values() };
  }
}
