/** The command line, which at its end tells its peak memory in kB on standard error. Started by cold-start.ts. */
process.on('exit', () => {
  process.stderr.write(`peak memory ${process.resourceUsage().maxRSS}\n`);
});
await import('../../src/cli.ts');
