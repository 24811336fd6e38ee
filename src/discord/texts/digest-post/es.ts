import { formatNumber } from '../numbers.ts';
import type { DigestPostTexts } from './digest-post-texts.ts';

const number = (value: number): string => formatNumber('es', value);

export const es: DigestPostTexts = {
  days: {
    date: (day, month, year) => [day, month, year].filter((part) => part !== null).join(' de '),
    weekday: (weekday, date) => `${weekday}, ${date}`,
    range: (first, last) => `del ${first} al ${last}`,
  },
  title: (days) => `Resumen · ${days}`,
  header: {
    fresh: (articles) =>
      articles === 1 ? '1 artículo nuevo' : `${number(articles)} artículos nuevos`,
    corrected: (articles) =>
      articles === 1 ? '1 artículo corregido' : `${number(articles)} artículos corregidos`,
    topic: (topic) => `sobre «${topic}»`,
    nothing: 'Hoy no ha llegado nada nuevo al archivo. ¡Hasta la próxima!',
    nothingForDays: 'En estos días no ha llegado nada nuevo al archivo. ¡Hasta la próxima!',
    part: (at, of) => `Parte ${at} de ${of}`,
  },
  otherSection: 'Otros artículos',
  continued: (section) => `${section} (continuación)`,
  entry: {
    corrected: '✏️ corregido',
    alsoIn: (links, more) =>
      `también en: ${links.join(', ')}${more === 0 ? '' : ` y ${number(more)} más`}`,
  },
  footer: {
    ask: (mention) => `Pregunta sobre esto: ${mention}`,
    follows: (stories) =>
      stories === 1 ? 'Sigue 1 noticia más ↓' : `Siguen ${number(stories)} noticias más ↓`,
    omitted: (articles, mention) =>
      articles === 1
        ? `También es nuevo 1 artículo anterior: ${mention}`
        : `También son nuevos ${number(articles)} artículos anteriores: ${mention}`,
  },
  buttons: {
    ask: 'Preguntar sobre esto',
    askArchive: 'Preguntar al archivo',
    mute: 'Ocultar una sección',
  },
  preview: {
    note: 'Vista previa: esto es lo que se publicaría ahora. Solo tú la ves.',
    notPosted: 'En un día así no se publica nada.',
    more: (stories) =>
      stories === 1 ? '… y 1 noticia más' : `… y ${number(stories)} noticias más`,
  },
  paused: {
    title: 'Un resumen está en pausa',
    explain: (channel, creator) =>
      `El resumen para ${channel}, creado por ${creator}, no se pudo publicar, aunque lo intenté durante horas.`,
    goOn: (mention) =>
      `Después, ${mention('digest resume')} lo reanuda; lo que sea nuevo hasta entonces llega con el siguiente. ${mention('digest list')} los muestra todos.`,
  },
  problems: {
    'channel-gone': {
      what: 'El canal o el hilo ya no existe.',
      remedy: 'Elimina el resumen y prográmalo de nuevo para otro canal.',
    },
    'no-access': {
      what: 'No veo el canal.',
      remedy: 'Dame allí el permiso «Ver canal».',
    },
    'missing-permission': {
      what: 'No tengo permiso para publicar en el canal.',
      remedy: 'Dame lo que falta en los ajustes del canal, en Permisos.',
    },
    'channel-closed': {
      what: 'En el canal no se puede publicar nada: está bloqueado, lleno o ahora es de otro tipo.',
      remedy: 'Ábrelo de nuevo o programa el resumen para otro canal.',
    },
    discord: {
      what: 'Discord no aceptó el mensaje.',
      remedy: 'Suele pasar por sí solo.',
    },
  },
  missing: (names) => `Allí falta: ${names.join(', ')}.`,
  quoted: (name) => `«${name}»`,
  permissions: {
    ViewChannel: 'Ver canal',
    SendMessages: 'Enviar mensajes',
    SendMessagesInThreads: 'Enviar mensajes en hilos',
    EmbedLinks: 'Insertar enlaces',
    ReadMessageHistory: 'Leer el historial de mensajes',
    CreatePublicThreads: 'Crear hilos públicos',
    ManageThreads: 'Gestionar hilos',
    ManageMessages: 'Gestionar mensajes',
    MentionEveryone: 'Mencionar @everyone, @here y todos los roles',
  },
};
