import { formatNumber } from '../numbers.ts';
import type { HelpTexts } from './en.ts';

const QUESTIONS = {
  off: 'Las preguntas no se guardan.',
  anonymous: 'Las preguntas sin respuesta se guardan para la moderación, sin nombres.',
  full: 'Las preguntas sin respuesta se guardan para la moderación, con el nombre de quien preguntó.',
} as const;

export const es: HelpTexts = {
  help: { name: 'ayuda', description: 'Lo que sabe hacer este bot' },
  title: 'Archivist',
  intro:
    'Busco respuestas en un archivo de artículos y las muestro **palabra por palabra, con su fuente**. No escribo nada yo mismo, así que nada es inventado.',
  everybody: 'Para todos',
  everybodyLines: (mention, messageCommand) => [
    `${mention('ask')} responde a una pregunta; las fechas y una sección acotan la búsqueda, \`private\` te muestra la respuesta solo a ti.`,
    `Clic derecho en un mensaje, **Aplicaciones**, **${messageCommand}**: el mensaje es la pregunta.`,
    `${mention('archive list')} y ${mention('archive show')} sirven para hojear y leer, ${mention('archive stats')} dice cuánto hay.`,
  ],
  moderators: 'Para la moderación',
  moderatorLines: (mention, messageCommand) => [
    `${mention('ingest text')}, ${mention('ingest file')} e ${mention('ingest url')} añaden artículos. Ves cada uno antes de añadirlo y puedes deshacerlo.`,
    `Clic derecho en un mensaje, **Aplicaciones**, **${messageCommand}**: su texto, sus ficheros y sus enlaces se convierten en artículos.`,
    `${mention('archive gaps')} muestra las preguntas que no encontraron respuesta.`,
    `${mention('archive remove')} quita un artículo, ${mention('archive export')} descarga todos los de este servidor.`,
  ],
  managers: 'Para quien gestiona el servidor',
  managerLines: (mention) => [
    `${mention('digest schedule')} publica lo nuevo en un canal, cada día a la hora que elijas. ${mention('digest preview')} lo muestra antes, ${mention('digest now')} lo publica enseguida.`,
    `${mention('digest list')} dice cómo van los resúmenes; ${mention('digest pause')}, ${mention('digest resume')} y ${mention('digest remove')} los detienen y dejan que sigan.`,
  ],
  separate: 'Lo que se añade en este servidor solo se encuentra en este servidor.',
  kept: (days, questions) =>
    `${days === 0 ? 'Las respuestas no se guardan.' : `Las respuestas se guardan ${formatNumber('es', days)} ${days === 1 ? 'día' : 'días'} para sus botones, con vuestros votos.`} ${QUESTIONS[questions]}`,
};
