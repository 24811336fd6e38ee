import type { BuildDigest } from './build.ts';
import type { BuilderPorts } from './content/create-builder.ts';

/** What builds digests is loaded with the first one: no question waits for it. */
export function openBuilder(ports: Omit<BuilderPorts, 'highlights'>): BuildDigest {
  let builder: Promise<BuildDigest> | null = null;
  return async (request) => {
    builder ??= loadBuilder(ports);
    return (await builder)(request);
  };
}

async function loadBuilder(ports: Omit<BuilderPorts, 'highlights'>): Promise<BuildDigest> {
  const [{ createDigestBuilder }, { createHighlights }] = await Promise.all([
    import('./content/create-builder.ts'),
    import('./content/highlights.ts'),
  ]);
  return createDigestBuilder({ ...ports, highlights: createHighlights(ports) });
}
