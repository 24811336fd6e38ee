import type { Localised } from '../language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { IngestTexts } from './ingest-texts.ts';

export const ingestTexts: Localised<IngestTexts> = { en, de, fr, es };
