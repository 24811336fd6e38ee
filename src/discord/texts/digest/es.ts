import { formatNumber } from '../numbers.ts';
import type { DigestTexts } from './digest-texts.ts';

const n = (value: number) => formatNumber('es', value);

export const es: DigestTexts = {
  names: {
    digest: { name: 'resumen', description: 'Lo nuevo del archivo, cada día en un canal' },
    schedule: {
      name: 'programar',
      description: 'Publicar lo nuevo en un canal, cada día a la hora que elijas',
    },
    channel: { name: 'canal', description: 'Dónde se publica' },
    time: { name: 'hora', description: 'Cuándo se publica: 08:00, 8am, 17:30' },
    timezone: {
      name: 'zona_horaria',
      description: 'Dónde es esa hora: una ciudad, o un nombre como Europe/Madrid',
    },
    days: { name: 'días', description: 'Qué días; todos, si no dices otra cosa' },
    section: {
      name: 'sección',
      description: 'Solo artículos de estas secciones, con comas entre ellas',
    },
    topic: { name: 'tema', description: 'Solo artículos sobre esto, con tus propias palabras' },
    style: { name: 'estilo', description: 'Cuánto se muestra de cada artículo' },
    whenEmpty: { name: 'si_no_hay_nada', description: 'Qué pasa un día sin nada nuevo' },
    role: { name: 'rol', description: 'Un rol al que avisa cada resumen' },
    catchUp: { name: 'recuperar', description: 'Qué pasa si el bot no funcionaba a esa hora' },
    publish: {
      name: 'difundir',
      description: 'En un canal de anuncios: también a los servidores que lo siguen',
    },
    language: { name: 'idioma', description: 'Idioma del resumen; el tuyo, si no dices otra cosa' },
    list: { name: 'lista', description: 'Los resúmenes de este servidor, y cómo les va' },
    preview: {
      name: 'vista_previa',
      description: 'Mostrarte solo a ti lo que se publicaría ahora',
    },
    now: { name: 'ahora', description: 'Publicar enseguida; el resumen del día llega igualmente' },
    pause: { name: 'pausar', description: 'Detener un resumen hasta que se reanude' },
    resume: { name: 'reanudar', description: 'Dejar que siga un resumen en pausa' },
    remove: { name: 'quitar', description: 'Quitar un resumen para siempre' },
    which: { name: 'resumen', description: 'Cuál; no hace falta si solo hay uno' },
  },
  choices: {
    everyDay: 'Cada día',
    weekdays: 'De lunes a viernes',
    style: { compact: 'Breve', full: 'Completo: con una cita de cada artículo' },
    whenEmpty: { skip: 'No publicar nada', say: 'Decir que no hay nada nuevo' },
    catchUp: {
      late: 'Publicarlo más tarde, el mismo día',
      merge: 'Incluirlo en el siguiente resumen',
      skip: 'Saltar ese día, con sus artículos',
    },
  },
  days: { every: 'cada día', weekdays: 'lunes a viernes' },
  when: {
    every: (time) => `Cada día a las ${time}`,
    weekdays: (time) => `De lunes a viernes a las ${time}`,
    weekday: (weekday, time) => `Cada ${weekday} a las ${time}`,
  },
  facts: {
    sections: (names) => `Secciones: ${names}`,
    topic: (topic) => `Tema: ${topic}`,
    muted: (names) => `Secciones silenciadas: ${names}`,
    more: (count) => `y ${n(count)} más`,
    style: { compact: 'Breve', full: 'Completo, con citas' },
    whenEmpty: {
      skip: 'Un día sin nada nuevo: no se publica nada',
      say: 'Un día sin nada nuevo: una frase lo dice',
    },
    catchUp: {
      late: 'Si no funcionaba a esa hora: más tarde el mismo día; si no, con el siguiente',
      merge: 'Si no funcionaba a esa hora: con el siguiente',
      skip: 'Si no funcionaba a esa hora: ese día se salta',
    },
    role: (role) => `Avisa a ${role}`,
    published: 'Se difunde a los servidores que siguen el canal',
  },
  schedule: {
    title: 'El resumen está programado',
    at: (when, zone, channel) => `**${when}** (${zone}) en ${channel}`,
    first: (first, fromNow) => `El primero llega el ${first}, ${fromNow}.`,
    fromNowOn:
      'Contiene lo que entre en el archivo o se corrija desde ahora; lo que ya está no se publica.',
    lessWithout: (permissions) => `Irá mejor si en el canal tengo también esto: ${permissions}.`,
    preview: 'Vista previa',
    undo: 'Quitar',
  },
  refused: {
    intro: 'Todavía no hay nada programado:',
    lacks: (channel, permissions) => `En ${channel} me falta: ${permissions}.`,
    obstacles: {
      'wrong-kind': (channel) =>
        `En ${channel} no se puede publicar un resumen: elige un canal de texto, de anuncios o de foro, o un hilo.`,
      locked: (channel) => `El hilo ${channel} está bloqueado. Desbloquéalo o elige otro canal.`,
      'not-in-thread': (channel) =>
        `No estoy en el hilo privado ${channel}. Mencióname allí una vez o elige otro canal.`,
    },
    notReady: 'Todavía no conozco bien este servidor. Inténtalo de nuevo en un minuto.',
    roleEveryone: 'Un resumen no avisa a todo el mundo. Elige otro rol, o ninguno.',
    roleNotYours: (role) =>
      `No puedes avisar a ${role} en ese canal. Elige un rol que todos puedan mencionar, o pide el permiso «Mencionar @everyone, @here y todos los roles».`,
    roleNotMine: (role) =>
      `No puedo avisar a ${role} en ese canal. Deja que todos mencionen el rol, o dame allí el permiso «Mencionar @everyone, @here y todos los roles».`,
    publishElsewhere:
      'Solo se pueden difundir los mensajes de un canal de anuncios. Elige uno, o deja fuera `difundir`.',
    zonesNear: (names) => `Se parecen: ${names}.`,
    noSections: (names) => `Esto no es una sección: ${names}.`,
    known: (names) => `Hay: ${names}.`,
    noneKnown: 'Ningún artículo tiene todavía una sección.',
  },
  list: {
    title: 'Resúmenes',
    none: (command) => `Aquí no hay todavía ningún resumen. ${command} programa uno.`,
    range: (first, last, total) => `${n(first)} a ${n(last)} de ${n(total)}`,
    next: (at, fromNow) => `Siguiente: ${at}, ${fromNow}`,
    neverNext: 'No se encuentra ningún día siguiente. Quítalo y prográmalo de nuevo.',
    pausedBySomebody: (since, command) => `⏸️ En pausa ${since}. ${command} deja que siga.`,
    pausedByFailure: (since) => `⚠️ En pausa ${since}, porque no se pudo publicar.`,
    trouble: (problem, nextTry) => `⚠️ ${problem} Lo intento de nuevo ${nextTry}.`,
    last: (date, outcome) => {
      switch (outcome) {
        case 'posted':
          return `Último: ${date}, publicado`;
        case 'empty':
          return `Último: ${date}, no había nada nuevo`;
        case 'skipped':
          return `Último: ${date}, saltado porque no funcionaba`;
        case 'merged':
          return `Último: ${date}, llega con el siguiente`;
      }
    },
    lastPosted: (link) => `Último: ${link}`,
    notYet: 'Todavía no se ha publicado nada',
  },
  thenResume: (command) => `Después, ${command} deja que siga.`,
  several: 'Aquí hay varios resúmenes. Elige uno en `resumen`.',
  now: {
    posted: (link) => `Publicado: ${link}`,
    stillDue: 'El resumen del día llega igualmente, con lo que sea nuevo después de este.',
    empty: 'No hay nada nuevo, así que no se publicó nada.',
  },
  paused: (command) =>
    `En pausa. No se publica nada hasta ${command}; lo nuevo hasta entonces llega con el primero de después.`,
  resumed: (at, fromNow) => `Sigue adelante. El siguiente llega el ${at}, ${fromNow}.`,
  remove: {
    question: '¿Quitar este resumen?',
    consequence: 'No se publica nada más. Lo publicado se queda, con sus botones.',
    confirm: 'Quitar',
    cancel: 'Cancelar',
    cancelled: 'No se quitó nada.',
    removed: 'Quitado. Lo publicado se queda.',
  },
  ask: {
    title: 'Preguntar a estos artículos',
    question: 'Tu pregunta',
    hint: 'La respuesta sale de los artículos de este resumen, solo para ti.',
    note: (command) =>
      `Solo se preguntó a los artículos de este resumen. ${command} pregunta a todo el archivo.`,
    titleWhole: 'Preguntar al archivo',
    hintWhole: 'La respuesta sale de todo el archivo, solo para ti.',
    noteWhole: 'Este resumen no contiene artículos; se preguntó a todo el archivo.',
    gone: (command) =>
      `Este resumen ya no se conserva y no se le puede preguntar. ${command} pregunta a todo el archivo.`,
  },
  mute: {
    title: 'Silenciar secciones',
    explain: 'Las secciones elegidas faltan en este resumen desde ahora.',
    placeholder: 'Elige las secciones que silenciar',
    page: (page, pages) => `Secciones, parte ${n(page)} de ${n(pages)}`,
    none: 'Ahora no hay ninguna sección silenciada.',
    now: (names) => `Silenciadas ahora: ${names}`,
    noSections: 'Sus artículos no tienen secciones, así que no hay nada que silenciar.',
    gone: 'Este resumen ya no está programado, así que no hay nada que silenciar.',
  },
  errors: {
    'not-found': () => 'Ese resumen no existe aquí. Elige uno de las sugerencias o mira la lista.',
    'too-many': (most) =>
      `Este servidor tiene ${most} resúmenes y no caben más. Quita uno primero.`,
    'no-such-section': (value) => `No existe la sección «${value}». Elige una de las sugerencias.`,
    'bad-time': (value) => `No entiendo la hora «${value}». Escríbela como 08:00, 8am o 17:30.`,
    'bad-zone': (value) =>
      `No conozco la zona horaria «${value}». Escribe una ciudad cercana y elige una de las sugerencias.`,
    'bad-topic': () =>
      'Ese tema no sirve. Di en una frase, con palabras, de qué deben tratar los artículos.',
    'already-paused': () => 'Este resumen ya está en pausa.',
    'not-paused': () => 'Este resumen no está en pausa; sigue adelante de todos modos.',
    'not-connected': () => 'Ahora no estoy conectado a Discord. Inténtalo de nuevo en un minuto.',
    'not-posted': (reason) => `No se pudo publicar. ${reason}`,
  },
};
