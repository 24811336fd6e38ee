import type { PageAssets } from './bundle.ts';

/** The page before its script has run. */
export function pageDocument(assets: PageAssets): string {
  const address = (pattern: RegExp): string => {
    const name = [...assets.keys()].find((candidate) => pattern.test(candidate));
    if (name === undefined) throw new Error(`The page lacks ${pattern.source}.`);
    return `/page/${name}`;
  };
  const font = address(/^noto-sans-latin-wght-normal-.*woff2$/);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark light" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1e1f22" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#e3e5e8" />
    <title>Archivist playground</title>
    <link rel="icon" type="image/svg+xml" href="${address(/^icon-.*svg$/)}" />
    <link rel="preload" as="font" type="font/woff2" href="${font}" crossorigin />
    <link rel="stylesheet" href="${address(/^styles-.*css$/)}" />
    <script src="${address(/^theme-.*js$/)}"></script>
    <script type="module" src="${address(/^main-.*js$/)}"></script>
  </head>
  <body>
    <noscript>This page is a chat with Archivist and needs JavaScript.</noscript>
  </body>
</html>
`;
}
