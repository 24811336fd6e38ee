import { formatNumber, formatShare } from '../numbers.ts';
import type { IngestTexts } from './ingest-texts.ts';

const n = (value: number) => formatNumber('es', value);
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${value === 1 ? one : other}`;

export const es: IngestTexts = {
  command: {
    ingest: {
      name: 'incorporar',
      description: 'Añadir artículos al archivo, mostrándolos antes',
    },
    text: { name: 'texto', description: 'Pegar o escribir un artículo' },
    file: { name: 'fichero', description: 'Añadir artículos de hasta 10 ficheros' },
    url: { name: 'url', description: 'Añadir artículos de hasta 3 páginas web' },
    fileOption: {
      name: 'fichero',
      first: 'Texto, Markdown, HTML, JSON, JSON Lines o un ZIP de ellos',
      further: 'Otro fichero',
    },
    urlOption: {
      name: 'url',
      first: 'Dirección del artículo, que empieza por https://',
      further: 'Dirección de otro artículo',
    },
    section: { name: 'sección', description: 'Sección para los artículos que no nombran ninguna' },
    date: { name: 'fecha', description: 'Fecha para los artículos que no la tienen: 2024-02-10' },
    source: { name: 'fuente', description: 'Editor para los artículos que no nombran ninguno' },
    message: 'Añadir al archivo',
  },
  modal: {
    title: 'Añadir un artículo',
    editTitle: 'Editar el artículo',
    headline: 'Titular',
    date: 'Fecha',
    dateHint: 'Como 2024-02-10, 10 de febrero de 2024 o ayer. Puede quedar vacía.',
    section: 'Sección',
    link: 'Enlace',
    linkHint: 'Dónde se puede leer el artículo. Puede quedar vacío.',
    body: 'Texto',
    bodyHint: 'Hasta 4000 caracteres; los artículos más largos, en un fichero: /ingest file.',
    bodyTooLong: (characters) =>
      `El texto tiene ${n(characters)} caracteres, demasiados para esta ventana. Queda como está; para cambiarlo, use /ingest file.`,
  },
  preview: {
    title: { new: 'Artículo nuevo', same: 'Ya en el archivo', changed: 'Artículo cambiado' },
    noHeadline: '(sin titular)',
    labels: {
      headline: 'Titular',
      publishedAt: 'Fecha',
      section: 'Sección',
      byline: 'Por',
      source: 'Fuente',
      url: 'Enlace',
      text: 'Texto',
      length: 'Extensión',
    },
    absent: 'sin indicar',
    length: (words, characters, passages) =>
      `${count(words, 'palabra', 'palabras')}, ${count(characters, 'carácter', 'caracteres')}, ${count(passages, 'pasaje', 'pasajes')}`,
    status: {
      new: 'No hay nada igual en el archivo.',
      same: 'Está en el archivo palabra por palabra. No hay nada que añadir.',
      changed: 'Al añadirlo será la versión vigente de un artículo que está en el archivo:',
    },
    alikeTo: 'Muy parecido y ya en el archivo:',
    alike: (share) => `${formatShare('es', share)} igual`,
    changedWords: (added, removed) =>
      `${count(added, 'palabra añadida', 'palabras añadidas')}, ${count(removed, 'quitada', 'quitadas')}`,
    notes: 'Supuesto u omitido',
    of: (position, total) => `Artículo ${n(position)} de ${n(total)}`,
    notInArchiveYet: 'Nada entra en el archivo hasta que pulse Añadir.',
    more: (number) => `y ${n(number)} más`,
  },
  list: {
    title: (number) => `${count(number, 'artículo', 'artículos')} por revisar`,
    words: (number) => count(number, 'palabra', 'palabras'),
    totals: { new: 'nuevos', changed: 'cambiados', same: 'ya estaban' },
    page: (page, pages) => `Página ${n(page)} de ${n(pages)}`,
    choose: 'Ver o editar uno …',
  },
  failures: {
    title: (number) => count(number, 'problema', 'problemas'),
    line: (line) => `línea ${n(line)}`,
    nothing: 'No hay nada que añadir.',
    wrongExtension: (extensions) => `este tipo de fichero no se lee. Envíe ${extensions}.`,
    tooBig: (megabytes) => `supera los ${n(megabytes)} MB. Envíe varios ficheros más pequeños.`,
    tooBigTogether: (megabytes) =>
      `todos los ficheros juntos superan los ${n(megabytes)} MB. Envíe este por separado.`,
    notDownloaded: 'Discord no ha entregado el fichero. Envíelo de nuevo.',
    noAddress: 'no es una dirección web completa. Empieza por https:// o http://.',
    noArticleInMessage:
      'Este mensaje no tiene texto, fichero legible ni enlace que pueda ser un artículo.',
    optionDate: (typed) =>
      `«${typed}» no es una fecha clara. Escríbala como 2024-02-10, 10 de febrero de 2024 o ayer.`,
  },
  problems: {
    noHeadline: 'Un artículo necesita un titular.',
    date: (typed) =>
      `«${typed}» no es una fecha clara. Escríbala como 2024-02-10, 10 de febrero de 2024 o ayer. Lo demás se conserva; sin corrección, el artículo no tiene fecha.`,
    keptDate: (typed) =>
      `«${typed}» no es una fecha clara. Escríbala como 2024-02-10, 10 de febrero de 2024 o ayer. La fecha queda como estaba.`,
    link: (typed) =>
      `«${typed}» no es una dirección web. Empieza por https:// o http://. Lo demás se conserva; sin corrección, el artículo no tiene enlace.`,
    keptLink: (typed) =>
      `«${typed}» no es una dirección web. Empieza por https:// o http://. El enlace queda como estaba.`,
    headline: 'Un artículo necesita un titular. Queda como estaba.',
    text: 'No hay palabras en el texto. Queda como estaba.',
    saved: (command) =>
      `Para que no se pierda nada, aquí está lo que ha escrito. Puede enviarlo más tarde con ${command}.`,
  },
  buttons: {
    add: (number) => (number === 1 ? 'Añadir' : `Añadir ${n(number)}`),
    edit: 'Editar',
    tryAgain: 'Intentar de nuevo',
    cancel: 'Descartar',
    back: 'Volver a la lista',
    undo: 'Deshacer',
    previous: 'Anterior',
    next: 'Siguiente',
  },
  progress: {
    collecting: 'Recogiendo',
    reading: 'Leyendo',
    adding: 'Añadiendo al archivo',
    done: (done, total) => `${n(done)} de ${n(total)}`,
  },
  receipt: {
    title: 'Añadido al archivo',
    nothingTitle: 'No se ha añadido nada',
    added: (number) => count(number, 'artículo añadido', 'artículos añadidos'),
    revised: (number) => count(number, 'artículo cambiado', 'artículos cambiados'),
    unchanged: (number) => count(number, 'ya estaba', 'ya estaban'),
    revision: (revision) => `versión ${n(revision)}`,
    undone: 'Esto se ha deshecho.',
  },
  undo: {
    title: 'Deshecho',
    removed: (number) => count(number, 'artículo quitado', 'artículos quitados'),
    reverted: (number) =>
      count(
        number,
        'artículo de nuevo en la versión anterior',
        'artículos de nuevo en la versión anterior',
      ),
    kept: (number) =>
      count(
        number,
        'artículo dejado como está: cambiado o quitado desde entonces',
        'artículos dejados como están: cambiados o quitados desde entonces',
      ),
    nothing: 'No había nada que deshacer.',
  },
  cancelled: 'Descartado. No se ha añadido nada al archivo.',
  gone: (command) =>
    `Esto ya no está: se ha añadido, descartado o ha caducado. Empiece de nuevo con ${command}.`,
};
