import { formatMegabytes, formatNumber, formatShare } from '../numbers.ts';
import type { ArchiveTexts } from './en.ts';

const n = (value: number) => formatNumber('es', value);
const articles = (count: number) => `${n(count)} ${count === 1 ? 'artículo' : 'artículos'}`;

export const es: ArchiveTexts = {
  names: {
    archive: { name: 'archivo', description: 'Consultar y cuidar el archivo' },
    stats: { name: 'estadísticas', description: 'Cuánto contiene el archivo' },
    list: { name: 'lista', description: 'Artículos, los más recientes primero' },
    listSection: { name: 'sección', description: 'Solo artículos de esta sección' },
    listAfter: {
      name: 'desde',
      description: 'Solo desde esta fecha: 2024-02-10, Feb 2024, 2024, last week',
    },
    listBefore: {
      name: 'hasta',
      description: 'Solo hasta esta fecha: 2024-02-10, Feb 2024, 2024, last week',
    },
    show: { name: 'mostrar', description: 'Leer un artículo' },
    showArticle: { name: 'artículo', description: 'Palabras de su titular, o su identificador' },
    remove: { name: 'quitar', description: 'Quitar del archivo un artículo de este servidor' },
    removeArticle: { name: 'artículo', description: 'Palabras de su titular, o su identificador' },
    export: {
      name: 'exportar',
      description: 'Descargar los artículos de este servidor como JSON Lines',
    },
    gaps: { name: 'lagunas', description: 'Preguntas sin respuesta, las más repetidas primero' },
  },
  notFound: 'Ese artículo no existe aquí. Elige uno de las sugerencias o mira la lista.',
  stats: {
    title: 'El archivo',
    empty: 'El archivo está vacío.',
    visible: (count, words) =>
      `Aquí se encuentran **${articles(count)}** con ${n(words)} palabras.`,
    own: (count) =>
      count === 0
        ? 'Ninguno viene de este servidor.'
        : `**${n(count)}** ${count === 1 ? 'viene' : 'vienen'} de este servidor.`,
    period: (oldest, newest) => `Del ${oldest} al ${newest}.`,
    day: (day) => `Todos del ${day}.`,
    sections: 'Secciones',
    moreSections: (count) => `y ${n(count)} más`,
    limits: ({ articles: count, maxArticles, bytes, maxBytes }) =>
      `Este servidor usa ${n(count)} de ${articles(maxArticles)} y ` +
      `${formatMegabytes('es', bytes)} de ${formatMegabytes('es', maxBytes)}.`,
    questions: (asked, answered, share) =>
      `Preguntas hechas aquí: ${n(asked)}, con respuesta: ${n(answered)} (${formatShare('es', share)}).`,
    noQuestions: 'Aquí no se ha hecho ninguna pregunta todavía.',
  },
  list: {
    title: 'Artículos',
    range: (first, last, total) => `${n(first)} a ${n(last)} de ${n(total)}`,
    emptyArchive: 'El archivo está vacío.',
    noMatch: 'Ningún artículo coincide. Prueba con otras fechas u otra sección.',
    undated: 'sin fecha',
    open: 'Abrir un artículo',
    noSection: 'Esa sección no existe. Elige una de las sugerencias.',
    badDate: (option) =>
      `No entiendo la fecha de «${option}». Escríbela como 2024-02-10, Feb 2024, 2024, yesterday, last month o 3 days ago.`,
    noDayBetween:
      'Ningún día está después de la primera fecha y antes de la segunda. Intercámbialas.',
  },
  remove: {
    question: '¿Quitar este artículo?',
    consequence: 'Ya no se encontrará, mostrará ni exportará aquí.',
    confirm: 'Quitar',
    cancel: 'Cancelar',
    cancelled: 'No se ha quitado nada.',
    removed: (headline) => `Quitado: ${headline}`,
    undo: 'Deshacer',
    restored: (headline) => `De nuevo en el archivo: ${headline}`,
    shared:
      'Este artículo pertenece al archivo que comparten todos los servidores. No se puede quitar desde aquí.',
    notRestored: 'Este artículo no se puede recuperar: ya está de vuelta o se ha ido para siempre.',
  },
  export: {
    done: (count, bytes) =>
      `${articles(count)} de este servidor como JSON Lines, ${formatMegabytes('es', bytes)}.`,
    parts: (files) => `Están repartidos en ${n(files)} ficheros.`,
    howToRead: 'Otro Archivist los lee con `/ingest file`.',
    empty: 'Este servidor aún no ha añadido artículos; no hay nada que exportar.',
    tooLarge: (bytes, command) =>
      `La exportación supera los ${formatMegabytes('es', bytes)} que se pueden enviar aquí. ` +
      `Quien lleva el bot la obtiene en la terminal, con el bot parado:\n\`${command}\``,
  },
  gaps: {
    title: 'Preguntas sin respuesta',
    range: (first, last, total) =>
      `${n(first)} a ${n(last)} de ${n(total)}, las más repetidas primero`,
    none: 'No hay preguntas abiertas. Aquí aparecen las que no encuentran respuesta, salvo que quien lleva el bot lo haya desactivado.',
    asked: (count, last) =>
      count === 1 ? `hecha una vez, ${last}` : `hecha ${n(count)} veces, la última ${last}`,
    variants: (questions) => `también: ${questions.join(' · ')}`,
    add: 'Añadir un artículo',
    done: 'Listo',
    gone: 'Esta pregunta ya no está en la lista.',
  },
};
