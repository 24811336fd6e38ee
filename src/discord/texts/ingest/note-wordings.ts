import type { Wording } from './reader-wording.ts';

/** What the readers guessed, filled in or left out. */
export const NOTE_WORDINGS: readonly Wording[] = [
  {
    pattern: /^no headline in the source$/,
    de: 'keine Überschrift in der Quelle',
    fr: 'pas de titre dans la source',
    es: 'no hay titular en la fuente',
  },
  {
    pattern: /^no section in the source: "(.*)" was filled in$/s,
    de: 'keine Rubrik in der Quelle: „$1“ wurde eingesetzt',
    fr: 'pas de rubrique dans la source : « $1 » a été ajouté',
    es: 'no hay sección en la fuente: se ha puesto «$1»',
  },
  {
    pattern: /^no source in the source: "(.*)" was filled in$/s,
    de: 'kein Herausgeber in der Quelle: „$1“ wurde eingesetzt',
    fr: 'pas d’éditeur dans la source : « $1 » a été ajouté',
    es: 'no hay editor en la fuente: se ha puesto «$1»',
  },
  {
    pattern: /^no date in the source: "(.*)" was filled in$/s,
    de: 'kein Datum in der Quelle: „$1“ wurde eingesetzt',
    fr: 'pas de date dans la source : « $1 » a été ajouté',
    es: 'no hay fecha en la fuente: se ha puesto «$1»',
  },
  {
    pattern: /^the date (\S+) lies in the future$/,
    de: 'das Datum $1 liegt in der Zukunft',
    fr: 'la date $1 est dans le futur',
    es: 'la fecha $1 está en el futuro',
  },
  {
    pattern: /^the date "(.*)" was left out: it can be read as (\S+) or (\S+)$/s,
    de: 'das Datum „$1“ wurde weggelassen: es kann $2 oder $3 bedeuten',
    fr: 'la date « $1 » a été omise : elle peut signifier $2 ou $3',
    es: 'se ha omitido la fecha «$1»: puede ser $2 o $3',
  },
  {
    pattern: /^the date "(.*)" was left out: it is not a date we can read$/s,
    de: 'das Datum „$1“ wurde weggelassen: es ist kein lesbares Datum',
    fr: 'la date « $1 » a été omise : elle n’est pas lisible',
    es: 'se ha omitido la fecha «$1»: no es una fecha legible',
  },
  {
    pattern: /^the date "(.*)" was left out: it does not exist$/s,
    de: 'das Datum „$1“ wurde weggelassen: es gibt es nicht',
    fr: 'la date « $1 » a été omise : elle n’existe pas',
    es: 'se ha omitido la fecha «$1»: no existe',
  },
  {
    pattern: /^the date (\S+) was read as seconds since 1970: (\S+)$/,
    de: 'das Datum $1 wurde als Sekunden seit 1970 gelesen: $2',
    fr: 'la date $1 a été lue en secondes depuis 1970 : $2',
    es: 'la fecha $1 se ha leído como segundos desde 1970: $2',
  },
  {
    pattern: /^the date (\S+) was read as milliseconds since 1970: (\S+)$/,
    de: 'das Datum $1 wurde als Millisekunden seit 1970 gelesen: $2',
    fr: 'la date $1 a été lue en millisecondes depuis 1970 : $2',
    es: 'la fecha $1 se ha leído como milisegundos desde 1970: $2',
  },
  {
    pattern: /^the url "(.*)" was left out: it is not an http or https address$/s,
    de: 'der Link „$1“ wurde weggelassen: es ist keine Webadresse',
    fr: 'le lien « $1 » a été omis : ce n’est pas une adresse web',
    es: 'se ha omitido el enlace «$1»: no es una dirección web',
  },
  {
    pattern: /^the language "(.*)" is not a language tag: en was assumed$/s,
    de: 'die Sprache „$1“ ist unbekannt: Englisch wurde angenommen',
    fr: 'la langue « $1 » est inconnue : l’anglais a été supposé',
    es: 'el idioma «$1» es desconocido: se ha supuesto inglés',
  },
  {
    pattern:
      /^the (?:section|byline|source|url|id|photo caption) was left out: (\d+) characters, at most (\d+) are kept$/,
    de: 'eine Angabe wurde weggelassen: $1 Zeichen, höchstens $2 werden behalten',
    fr: 'une indication a été omise : $1 caractères, $2 au plus sont gardés',
    es: 'se ha omitido un dato: $1 caracteres, se guardan $2 como máximo',
  },
  {
    pattern: /^"(.*)" was taken for the byline$/s,
    de: '„$1“ wurde als Autorenzeile gelesen',
    fr: '« $1 » a été pris pour la signature',
    es: '«$1» se ha tomado por la firma',
  },
  {
    pattern: /^"(.*)" was taken for a photo caption$/s,
    de: '„$1“ wurde als Bildunterschrift gelesen',
    fr: '« $1 » a été pris pour une légende de photo',
    es: '«$1» se ha tomado por un pie de foto',
  },
  {
    pattern: /^(\d+) characters are damaged$/,
    de: '$1 Zeichen sind beschädigt',
    fr: '$1 caractères sont endommagés',
    es: '$1 caracteres están dañados',
  },
  {
    pattern: /^(\d+) places are damaged: they are no valid UTF-8$/,
    de: '$1 Stellen sind beschädigt: kein gültiges UTF-8',
    fr: '$1 endroits sont endommagés : ce n’est pas de l’UTF-8 valide',
    es: '$1 lugares están dañados: no son UTF-8 válido',
  },
  {
    pattern: /^the text is not UTF-8: it was read as Windows-1252$/,
    de: 'der Text ist kein UTF-8: er wurde als Windows-1252 gelesen',
    fr: 'le texte n’est pas en UTF-8 : il a été lu comme Windows-1252',
    es: 'el texto no es UTF-8: se ha leído como Windows-1252',
  },
  {
    pattern: /^the front matter was left out: it is TOML, only YAML is read$/,
    de: 'der Vorspann wurde weggelassen: er ist TOML, nur YAML wird gelesen',
    fr: 'l’en-tête a été omis : c’est du TOML, seul le YAML est lu',
    es: 'se ha omitido la cabecera: es TOML, solo se lee YAML',
  },
];
