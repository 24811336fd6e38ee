import type { Localised } from '../language.ts';
import { de } from './de.ts';
import { en, type ArchiveTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { ArchiveTexts };

export const archiveTexts: Localised<ArchiveTexts> = { en, de, fr, es };
