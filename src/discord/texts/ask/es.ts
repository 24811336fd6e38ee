import type { AskTexts } from './ask-texts.ts';

const DATES = '2024-02-10, Feb 2024, 2024, last week';

export const es: AskTexts = {
  names: {
    ask: {
      name: 'preguntar',
      description: 'Pregunta al archivo; responde con las palabras de los artículos',
    },
    question: { name: 'pregunta', description: '¿Qué quieres saber?' },
    after: { name: 'desde', description: `Solo artículos desde esta fecha: ${DATES}` },
    before: { name: 'hasta', description: `Solo artículos hasta esta fecha: ${DATES}` },
    section: { name: 'sección', description: 'Solo artículos de esta sección' },
    private: { name: 'privado', description: 'Mostrar la respuesta solo a mí' },
    askMessage: 'Preguntar al archivo',
  },
  answer: {
    from: (articles) => (articles === 1 ? 'De 1 artículo' : `De ${articles} artículos`),
    after: (date) => `desde: ${date}`,
    before: (date) => `hasta: ${date}`,
    section: (name) => `sección: ${name}`,
    related: '**Nada en el archivo lo responde directamente.** Esto es lo que más se acerca.',
    nothing: '**Nada en el archivo lo responde.**',
    unknownWords: (words) =>
      words.length === 1
        ? `Esta palabra no aparece en ninguna parte: ${words.join('')}.`
        : `Estas palabras no aparecen en ninguna parte: ${words.join(', ')}.`,
    nearest: 'Artículos más cercanos',
    closest: 'Pasajes más cercanos, no respuestas',
    further: 'Más pasajes',
    changed:
      'Este artículo ha cambiado desde entonces; el pasaje es de la versión de aquel momento.',
    removed: 'Este pasaje ya no está en el archivo.',
    sharedBy: (user) => `Compartido por ${user}`,
    gone: 'Esta respuesta ya no se conserva. Basta con volver a preguntar.',
  },
  buttons: {
    more: 'Más',
    read: 'Leer completo',
    readRank: (rank) => `Leer [${rank}]`,
    why: '¿Por qué?',
    share: 'Compartir',
  },
  article: {
    page: (page, pages) => `Página ${page} de ${pages}`,
    changed: 'Este artículo ha cambiado desde la pregunta. Así dice ahora.',
    removed: 'Este artículo se retiró del archivo y ya no se puede leer aquí.',
    notFound: 'Ese artículo no existe aquí.',
  },
  why: {
    title: '¿Por qué estos pasajes?',
    confidence: (share) => `Probabilidad de que el archivo responda a la pregunta: ${share}`,
    matched: (words) => `Palabras de la pregunta que contiene: ${words.join(', ')}`,
    noneMatched: 'No contiene ninguna palabra de la pregunta; se encontró por su significado.',
    coverage: (share) => `Parte de las palabras de la pregunta; las raras cuentan más: ${share}`,
    similarity: (value) => `Parecido de significado, 1 como máximo: ${value}`,
    passage: (value) => `Puntuación del pasaje que la rodea, 1 como máximo: ${value}`,
    published: (date) => `Publicado: ${date}`,
    undated: 'El artículo no tiene fecha.',
  },
  message: {
    empty: (command) =>
      `Ese mensaje no contiene palabras, así que no hay nada que preguntar. Elige un mensaje con texto o usa ${command}.`,
    cut: (maximum) => `El mensaje es largo; se preguntó con sus primeros ${maximum} caracteres.`,
  },
};
