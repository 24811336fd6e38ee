import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { SHARED_SCOPE } from '../archive/article.ts';
import { addSeeds, needsSeeds } from '../ingest/seeds.ts';
import type { CommandContext } from './context.ts';
import { displayText } from './display-text.ts';
import { failureLine } from './render-ingest-report.ts';
import { IngestProgressBar } from './progress.ts';

/** Fills an archive nobody has put anything into with the seed articles, so that the first question has an answer. */
export async function addSeedsIfNew(
  context: CommandContext,
  app: App,
  config: Config,
): Promise<void> {
  const { library } = app;
  if (!needsSeeds(library)) return;
  const { clock, terminal } = context;
  const progress = new IngestProgressBar(terminal, clock, 'Adding the seed articles');
  try {
    const { failed } = await addSeeds({
      library,
      folder: config.SEEDS_DIR,
      today: clock.now(),
      onProgress: (state) => {
        progress.show(state);
      },
    });
    progress.stop();
    await app.calibrate([SHARED_SCOPE]);
    for (const failure of failed) terminal.stderr.write(`${displayText(failureLine(failure))}\n`);
  } finally {
    progress.stop('failed');
  }
}
