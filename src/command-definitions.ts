import { createFeatures } from '../commands/index.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Feature } from './discord/command.ts';
import type { FeaturePorts } from './discord/feature-ports.ts';
import type { Definition } from './discord/registration/normalise.ts';

/** What Discord is told of the commands, for registering them. @param create in place of those of `commands/`. */
export function commandDefinitions(
  config: Config,
  create: (ports: FeaturePorts) => readonly Feature[] = createFeatures,
): readonly Definition[] {
  const features = create({
    config,
    clock: systemClock,
    fetchPage: unused,
    downloadAttachments: unused,
  });
  return features.map(({ command }) => command.definition);
}

function unused(): Promise<never> {
  return Promise.reject(new Error('A definition is made without a call outside.'));
}
