import { relative, sep } from 'node:path';
import type { Problem, VerifyReport } from '../../../shared/domain/vault-health.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Watch } from '../port.ts';
import { type Files, isMissing } from '../store/files.ts';

/** Collects what is found while a vault is read through. */
export class Examination {
  readonly #files: Files;
  readonly #folder: string;
  readonly #watch: Watch;
  readonly #problems: Problem[] = [];
  #read = 0;
  #frames = 0;
  #expected = 0;

  constructor(files: Files, folder: string, watch: Watch) {
    this.#files = files;
    this.#folder = folder;
    this.#watch = watch;
  }

  expect(files: number): void {
    this.#expected += files;
  }

  nameOf(path: string): string {
    return relative(this.#folder, path).split(sep).join('/');
  }

  problem(path: string, offset: number, code: Problem['code']): void {
    const file = this.nameOf(path);
    if (!this.#problems.some((each) => each.file === file && each.offset === offset))
      this.#problems.push({ file, offset, code });
  }

  countFrames(frames: number): void {
    this.#frames += frames;
  }

  /** @throws SinergiError `cancelled` */
  goOn(): void {
    if (this.#watch.signal?.aborted === true) throw new SinergiError('cancelled');
  }

  countFile(): void {
    this.#read += 1;
    this.#watch.progress?.(this.#read, Math.max(this.#read, this.#expected));
  }

  /** The bytes of a file, or nothing when that itself is the problem. @throws SinergiError `cancelled` */
  async bytesOf(path: string): Promise<Uint8Array | undefined> {
    this.goOn();
    try {
      const bytes = await this.#files.read(path);
      this.#read += 1;
      return bytes;
    } catch (cause) {
      this.problem(path, 0, isMissing(cause) ? 'missing' : 'unreadable');
      return undefined;
    } finally {
      this.#watch.progress?.(this.#read, Math.max(this.#read, this.#expected));
    }
  }

  report(): VerifyReport {
    const problems = [...this.#problems].sort((left, right) =>
      left.file === right.file ? left.offset - right.offset : left.file < right.file ? -1 : 1,
    );
    return { ok: problems.length === 0, files: this.#read, frames: this.#frames, problems };
  }
}
