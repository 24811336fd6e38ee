import type { Feature } from '../src/discord/command.ts';
import type { FeaturePorts } from '../src/discord/feature-ports.ts';
import { createArchiveFeature } from './archive.ts';
import { createAskMessageFeature } from './ask-message.ts';
import { createAskFeature } from './ask.ts';
import { createDigestFeature } from './digest.ts';
import { createHelpFeature } from './help.ts';
import { createIngestMessageFeature } from './ingest-message.ts';
import { createIngestFeature } from './ingest.ts';

/** Everything the bot can do, in the order in which Discord lists it. */
export function createFeatures(ports: FeaturePorts): readonly Feature[] {
  return [
    createAskFeature(),
    createAskMessageFeature(),
    createIngestFeature(ports),
    createIngestMessageFeature(ports),
    createArchiveFeature(ports),
    createDigestFeature(ports),
    createHelpFeature(ports),
  ];
}
