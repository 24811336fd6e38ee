import { join } from 'node:path';
import { build } from 'esbuild';

/** A file of the page. */
export interface PageAsset {
  readonly type: string;
  readonly body: Uint8Array;
}

const PAGE = join(import.meta.dirname, '..', 'page');
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
};

/**
 * The page's script, styles and fonts, by their path under `/page/`, which changes with what is in them. Made from the
 * sources in about 0.2 s.
 */
export async function bundlePage(): Promise<ReadonlyMap<string, PageAsset>> {
  const { outputFiles } = await build({
    entryPoints: { main: join(PAGE, 'main.tsx'), styles: join(PAGE, 'styles', 'styles.css') },
    tsconfig: join(PAGE, 'tsconfig.json'),
    outdir: '/page',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    loader: { '.woff2': 'file' },
    logLevel: 'silent',
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return [name, { type, body: contents }];
    }),
  );
}
