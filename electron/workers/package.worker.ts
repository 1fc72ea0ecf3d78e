import { parentPort } from 'node:worker_threads';
import { toSinergiError } from '../../shared/errors.ts';
import { type PackageJob, type PackageReport, runPackageJob } from '../services/exchange/package/package-job.ts';

const say = (report: PackageReport): void => parentPort?.postMessage(report);

/** Takes one package apart, hands over what is in it and forgets its key. */
parentPort?.once('message', (job: PackageJob) => {
  try {
    say({ kind: 'done', content: runPackageJob(job) });
  } catch (error) {
    const { code, details } = toSinergiError(error);
    say({ kind: 'failure', code, details });
  } finally {
    job.key.contentKey.fill(0);
  }
});
