import { once } from 'node:events';

/** Opens an address with whatever this system opens addresses with. Rejects when that fails. */
export async function openInBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  const opener = await open(address);
  if (opener.exitCode === null) await once(opener, 'exit');
  if (opener.exitCode !== 0) throw new Error(`Opening ${address} ended with ${opener.exitCode}.`);
}
