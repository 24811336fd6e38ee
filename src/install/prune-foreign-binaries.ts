/**
 * Runs after `npm install`: removes the native binaries of other platforms from the installed packages.
 * onnxruntime-node ships every platform's runtime in one package (288 MB, of which one platform loads at most 46 MB).
 * Without it (`npm ci --ignore-scripts`) everything works the same, only larger.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const modules = join(import.meta.dirname, '..', '..', 'node_modules');

/** Removes the sub-folders of `folder` other than `keep`; does nothing where `keep` itself is missing. */
function keepOnly(folder: string, keep: string): void {
  if (!existsSync(join(folder, keep))) return;
  for (const name of readdirSync(folder)) {
    if (name !== keep) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

const onnxBinaries = join(modules, 'onnxruntime-node', 'bin', 'napi-v6');
keepOnly(onnxBinaries, process.platform);
keepOnly(join(onnxBinaries, process.platform), process.arch);

// npm installs the glibc and the musl build of libsql side by side; the process report says which libc runs.
const report: unknown = process.report.getReport();
const usesGlibc = JSON.stringify(report).includes('glibcVersionRuntime');
if (process.platform === 'linux') {
  const foreign = `linux-${process.arch}-${usesGlibc ? 'musl' : 'gnu'}`;
  rmSync(join(modules, '@libsql', foreign), { recursive: true, force: true });
}
