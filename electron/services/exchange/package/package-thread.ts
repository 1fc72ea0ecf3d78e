import { askThread } from '../../threads/thread.ts';
import { type PackageContent, type PackageJob, type PackageReport, runPackageJob } from './package-job.ts';

/** Where somebody else's package is taken apart. */
export interface PackageReader {
  /** @throws SinergiError as `runPackageJob`; `cancelled` */
  read(job: PackageJob, signal?: AbortSignal): Promise<PackageContent>;
}

/** In a thread of its own, which ends with the package. */
export const packageThread = (script: () => string): PackageReader => ({
  async read(job, signal) {
    const asking = {
      script: script(),
      part: 'package',
      signal,
      supply: (worker: { postMessage(job: PackageJob): void }) => worker.postMessage(job),
    };
    const report = await askThread<'reading', Extract<PackageReport, { kind: 'done' }>>(asking);
    return report.content;
  },
});

/** Without one, for tests. */
export const packageReaderHere: PackageReader = { read: async (job) => runPackageJob(job) };
