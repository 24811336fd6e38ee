/** Where in the given inputs something is. */
export interface Place {
  /** File, url or `stdin`. */
  readonly input: string;
  /** 1-based line of the input, or null where all of it is meant. */
  readonly line: number | null;
}

/** Something that could not be taken in. */
export interface IngestFailure extends Place {
  readonly reason: string;
}

/** An article that was stored. */
export interface IngestedArticle extends Place {
  readonly status: 'added' | 'revised';
  readonly id: string;
  readonly headline: string;
  readonly revision: number;
}

/** An article that was stored although it is much like another one. */
export interface NearDuplicateFound extends Place {
  readonly id: string;
  readonly headline: string;
  readonly like: { readonly id: string; readonly headline: string };
  /** Share of the text the two have in common, 0 to 1. */
  readonly likeness: number;
}

/** An article that would be stored: what a dry run shows. */
export interface PreviewedArticle extends Place {
  readonly headline: string;
  readonly publishedAt: string | null;
  readonly section: string | null;
  /** What was guessed or left out. */
  readonly notes: readonly string[];
}

/** What became of everything that was given. What is `added` or `revised` is on the disk. */
export interface IngestReport {
  /** New articles. */
  readonly added: number;
  /** Articles known by url or id, with other content: a new revision. */
  readonly revised: number;
  /** Articles known with the same content, so that there was nothing to do. */
  readonly unchanged: number;
  /** Those that were added or revised. */
  readonly articles: readonly IngestedArticle[];
  readonly nearDuplicates: readonly NearDuplicateFound[];
  readonly failed: readonly IngestFailure[];
  /** In a dry run everything that could be read, and nothing was stored; null otherwise. */
  readonly preview: readonly PreviewedArticle[] | null;
  /** Passages embedded. */
  readonly passages: number;
  /** True when it was stopped before the end; the same call again goes on from there. */
  readonly stopped: boolean;
}
