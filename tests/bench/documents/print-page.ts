import { app, BrowserWindow } from 'electron';

/** Prints the page named on the command line as Chromium does, and says what that took, all its processes together. */
async function print(path: string): Promise<void> {
  let peak = 0;
  const watch = setInterval(() => {
    const kib = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
    peak = Math.max(peak, kib * 1024);
  }, 50);
  const start = performance.now();
  const window = new BrowserWindow({ show: false });
  await window.loadFile(path);
  // Tags and outline are of later Electrons; one that does not know them leaves the file without.
  const options = {
    displayHeaderFooter: true,
    headerTemplate: '<span style="font-size:8px;width:100%;text-align:center">RAHASIA</span>',
    footerTemplate: '<span style="font-size:8px" class="pageNumber"></span>',
    pageSize: 'A4',
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  } as const;
  const pdf = await window.webContents.printToPDF(options);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  process.stdout.write(`${JSON.stringify({ bytes: pdf.length, pages, seconds, peak })}\n`);
}

app.disableHardwareAcceleration();
app
  .whenReady()
  .then(() => print(process.env['SINERGI_BENCH_PAGE'] ?? ''))
  .catch((cause: unknown) => {
    console.error(cause);
    process.exitCode = 1;
  })
  .finally(() => app.quit());
