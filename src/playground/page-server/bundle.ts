import { join } from 'node:path';
import { build, type BuildOptions, type OutputFile } from 'esbuild';
import { compress } from './compress.ts';

/** A file of the page. */
export interface PageAsset {
  readonly type: string;
  readonly body: Uint8Array;
  /** With gzip; null for what is compressed already. */
  readonly zipped: Uint8Array | null;
}

/** By the name behind `/page/`, which changes with what is in them. */
export type PageAssets = ReadonlyMap<string, PageAsset>;

const PAGE = join(import.meta.dirname, '..', 'page');
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

let bundled: Promise<PageAssets> | null = null;

/**
 * The page's scripts, styles, fonts and icon, made from the sources once per process.
 * @throws {Error} when the sources are broken; says where.
 */
export function pageAssets(): Promise<PageAssets> {
  bundled ??= bundlePage(PAGE);
  return bundled;
}

/** @param folder the page's sources */
export async function bundlePage(folder: string): Promise<PageAssets> {
  const files = await Promise.all([
    bundle(folder, {
      entryPoints: {
        main: join(folder, 'main.tsx'),
        styles: join(folder, 'styles', 'styles.css'),
        icon: join(folder, 'icon.svg'),
      },
      format: 'esm',
    }),
    // Runs before the page is drawn, which a module does not.
    bundle(folder, { entryPoints: { theme: join(folder, 'theme.ts') }, format: 'iife' }),
  ]);
  const assets = await Promise.all(files.flat().filter(isServed).map(asset));
  return new Map(assets);
}

async function bundle(folder: string, options: BuildOptions): Promise<readonly OutputFile[]> {
  try {
    const { outputFiles = [] } = await build({
      tsconfig: join(folder, 'tsconfig.json'),
      outdir: '/page',
      entryNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      bundle: true,
      minify: true,
      write: false,
      target: 'es2022',
      loader: { '.woff2': 'file', '.svg': 'copy' },
      // All of it would come along, 50 KB of which are of no use here.
      alias: { 'discord-api-types/v10': 'discord-api-types/payloads/v10' },
      logLevel: 'silent',
      ...options,
    });
    return outputFiles;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The page could not be built. ${reason}`, { cause: error });
  }
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function isServed({ path }: OutputFile): boolean {
  return TYPES[endingOf(path)] !== undefined;
}

async function asset({ path, contents }: OutputFile): Promise<[string, PageAsset]> {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const ending = endingOf(name);
  const zipped = ending === 'woff2' ? null : await compress(contents);
  return [name, { type: TYPES[ending] ?? '', body: contents, zipped }];
}
