import { parseArgs } from 'node:util';
import { UserError } from '../../src/errors.ts';
import { measureAdding } from './adding.ts';
import { measureAsk } from './ask.ts';
import type { Bench } from './bench.ts';
import { measureBot } from './bot.ts';
import { CACHE_FOLDER } from './cache.ts';
import { measureColdStart } from './cold-start.ts';
import { measureDense } from './dense.ts';
import { measureDigest } from './digest.ts';
import { measureEmbedding } from './embedding.ts';
import { measureEventLoop } from './event-loop.ts';
import { measureGrowth } from './growth.ts';
import { measureLexical } from './lexical.ts';
import { collectGarbage } from './measure.ts';
import { measurePage } from './page.ts';
import { describeMachine, renderReport, type Row } from './report.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  embedding: measureEmbedding,
  dense: measureDense,
  lexical: measureLexical,
  ask: measureAsk,
  adding: measureAdding,
  'cold-start': measureColdStart,
  'event-loop': measureEventLoop,
  bot: measureBot,
  digest: measureDigest,
  page: measurePage,
  growth: measureGrowth,
};

const USAGE = `Usage: npm run bench [-- --json] [--quick] [--full] [--only ${Object.keys(BENCHES).join(',')}]

  --json    print {machine, rows} and nothing else on standard output
  --quick   10,000 passages instead of 100,000, fewer rounds, no verdicts
  --full    growth up to 1,000,000 passages: some minutes and 2 GB of disk more
  --only    only these benches

Made-up archives are kept in the system's temporary folder and used again until the code changes.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string', default: Object.keys(BENCHES).join(',') },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const { json, quick, full, only } = values;
  const benches = only.split(',').map(findBench);
  const note = (message: string): void => void process.stderr.write(`  ${message}\n`);
  const cacheFolder = CACHE_FOLDER;
  note(`made-up archives are kept in ${cacheFolder}`);
  const rows: Row[] = [];
  for (const { name, bench } of benches) {
    note(name);
    const passages = quick ? 10_000 : 100_000;
    rows.push(...(await bench({ cacheFolder, passages, quick, full, note })));
    collectGarbage();
  }
  const report = { machine: describeMachine(), rows: quick ? rows.map(withoutVerdict) : rows };
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report));
}

/** The targets are those of the full size. */
function withoutVerdict(row: Row): Row {
  return { ...row, target: null, ok: null };
}

function findBench(name: string): { name: string; bench: Bench } {
  const bench = BENCHES[name];
  if (!bench) throw new UserError(`There is no bench "${name}".\n\n${USAGE}`);
  return { name, bench };
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 2;
}
