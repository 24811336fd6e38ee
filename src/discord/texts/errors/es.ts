import type { ErrorTexts } from './error-texts.ts';

export const es: ErrorTexts = {
  question: {
    empty: 'Ahí no hay ninguna pregunta. Escribe al menos una palabra que buscar.',
    tooLong: (maximum) =>
      `La pregunta es demasiado larga. Hazla con menos palabras, ${maximum} caracteres como máximo.`,
    badDate: (value) =>
      `No se entiende la fecha «${value}». Escríbela por ejemplo así: 2024-02-10, Feb 2024, 2024, yesterday, last month o 3 days ago.`,
    emptyRange: (range) =>
      `No hay ningún día entre estas dos fechas: ${range}. Intercámbialas u omite una.`,
    noSuchSection: (value, known) =>
      known === ''
        ? `No existe la sección «${value}»: ningún artículo de aquí tiene una. Omite la sección.`
        : `No existe la sección «${value}». Secciones disponibles: ${known}.`,
    noSuchDigest:
      'Este resumen ya no se conserva y no se le puede preguntar. Pregunta mejor a todo el archivo.',
  },
  limits: {
    'user-questions': (allowed) =>
      `Eso fue muy rápido: cada persona puede hacer ${allowed} preguntas por minuto.`,
    'guild-questions': (allowed) =>
      `En este servidor se está preguntando mucho ahora mismo: son posibles ${allowed} preguntas por minuto.`,
    'user-ingests': (allowed) => `Cada persona puede añadir ${allowed} veces por hora.`,
    'guild-ingests': (allowed) => `En este servidor se puede añadir ${allowed} veces por hora.`,
    'guild-articles': (allowed) =>
      `El archivo de este servidor está lleno: caben ${allowed} artículos propios. Retira algunos o pide más espacio a quien opera el bot.`,
    'guild-bytes': (allowed) =>
      `El archivo de este servidor está lleno: caben ${allowed} de texto propio. Retira algunos artículos o pide más espacio a quien opera el bot.`,
    'article-size': (allowed) =>
      `Este artículo es demasiado largo: son posibles ${allowed} caracteres. Divídelo en partes.`,
  },
  articles: {
    'not-found': 'Ese artículo no existe aquí. Elige uno de la lista que se abre al escribir.',
    'not-yours': 'Este artículo es común a todos los servidores y no se puede cambiar aquí.',
    'already-removed': 'Este artículo ya está retirado.',
    'not-removed': 'Este artículo no está retirado, así que no hay nada que recuperar.',
    'no-pending':
      'Este borrador ya no se conserva: se añadió, se canceló o tiene más de siete días. Envíalo de nuevo.',
    'no-receipt': 'Lo que se añadió ya no consta. Retira los artículos uno por uno.',
    'no-headline': 'Falta el titular. Escribe uno de al menos una palabra.',
    'no-text': 'Falta el texto. Escribe al menos una frase.',
    'bad-date': 'No se entiende la fecha. Escríbela así: 2024-02-10.',
    'bad-link': 'El enlace no es una dirección que empiece por http o https.',
    'bad-field': 'Uno de los campos no se puede conservar así. Acórtalo.',
  },
  tryAgainIn: (duration) => `Inténtalo de nuevo dentro de ${duration}.`,
};
