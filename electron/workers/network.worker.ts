import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestion, type NetworkAnswer, networkJobSchema } from '../services/network/network-job.ts';

const say = (answer: NetworkAnswer): void => parentPort?.postMessage(answer);
const betweenReports = 150;
let last = 0;

/** Answers one question about one network and ends. */
const finding = answerQuestion(networkJobSchema.parse(workerData), (done, total) => {
  const now = Date.now();
  if (now - last < betweenReports) return;
  last = now;
  say({ kind: 'progress', done, total });
});
say({ kind: 'finding', finding });
