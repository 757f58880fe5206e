import { en } from './en';
import type { Texts } from './texts';

const seconds = (count: number): string => `${count} ${count === 1 ? 'segundo' : 'segundos'}`;
const characters = (count: number): string => `${count} ${count === 1 ? 'carácter' : 'caracteres'}`;

export const es: Texts = {
  language: 'es',
  heading: 'Pregunte sobre carreras',
  automated: 'Asistente automático',
  greeting:
    '¡Hola! Pregunte cómo es ser asistente médico: el trabajo, los estudios, la certificación, el sueldo y más. Por ahora entiendo y respondo en inglés.',
  starters: en.starters, // they are sent as they stand, and the assistant understands English
  disclosure:
    'Está hablando con un programa de computadora. No da consejos médicos ni legales. No escriba nombres ni datos de salud.',
  privacy: 'Privacidad',

  openChat: 'Abrir el chat',
  unread: (count) => `${count} ${count === 1 ? 'mensaje nuevo' : 'mensajes nuevos'}`,
  closeChat: 'Cerrar el chat',
  more: 'Más opciones',
  makeLarger: 'Agrandar el chat',
  makeSmaller: 'Achicar el chat',

  messages: 'Mensajes',
  you: 'Usted:',
  assistant: 'Asistente:',
  typing: 'El asistente está escribiendo',
  states: {
    waiting: 'Esperando su turno',
    sending: 'Enviando',
    sent: '',
    failed: 'Aún no se ha enviado',
    refused: 'No se envió',
  },
  suggestions: 'Respuestas sugeridas',
  starterQuestions: 'Preguntas para empezar',
  newTab: '(se abre en otra pestaña)',
  table: (columns) => `Tabla: ${columns}`,
  picture: 'Imagen',
  largerView: 'Ver más grande',
  noPicture: 'No se pudo cargar la imagen. Muestra:',
  close: 'Cerrar',

  question: 'Su pregunta',
  placeholder: 'Escriba en inglés',
  send: 'Enviar',
  left: (count) => `Quedan ${characters(count)}`,
  tooLong: (count) => `Sobran ${characters(count)}. Por favor, escriba algo más corto.`,

  wasHelpful: '¿Le sirvió esta respuesta?',
  helpful: 'Me sirvió',
  notHelpful: 'No me sirvió',
  whatWasWrong: '¿Qué estuvo mal?',
  reasons: {
    wrong_facts: 'Los datos son incorrectos',
    not_answered: 'No respondió mi pregunta',
    hard_to_read: 'Es difícil de leer',
    something_else: 'Otra cosa',
  },
  comment: '¿Algo más? (opcional)',
  sendRating: 'Enviar',
  noReason: 'No, gracias',
  thanks: 'Gracias, anotado.',
  ratingFailed: 'No se pudo guardar su opinión. Inténtelo de nuevo en un momento.',
  copy: 'Copiar la respuesta',
  copied: 'Copiado',
  copyFailed: 'Este navegador no permitió copiar.',

  save: 'Guardar como texto',
  startOver: 'Empezar de nuevo',
  startOverQuestion: '¿Empezar un chat nuevo?',
  startOverConsequence:
    'Ya no verá este chat. Si también debe borrarse de nuestro servidor, elija «Borrar mi chat».',
  startOverConfirm: 'Empezar de nuevo',
  remove: 'Borrar mi chat',
  removeQuestion: '¿Borrar este chat?',
  removeConsequence: 'Todos los mensajes y opiniones de este chat se borrarán de nuestro servidor para siempre.',
  removeConfirm: 'Borrar',
  removed: 'Su chat se ha borrado.',
  removeFailed: 'No se pudo borrar su chat en este momento. Nada cambió; inténtelo de nuevo en un momento.',
  cancel: 'Cancelar',

  sessionEnded: 'Su chat anterior terminó y este es nuevo. Ya no sé lo que se dijo arriba.',
  tryAgain: 'Reintentar',
  tryAgainIn: (count) => `Reintentar en ${count} s`,
  dismiss: 'Cerrar este aviso',
  kept: 'Su mensaje está guardado.',
  keptOffline: 'Su mensaje está guardado y saldrá cuando vuelva la conexión.',
  problems: {
    unreachable: 'No se puede contactar al asistente en este momento.',
    offline: 'No tiene conexión.',
    slow: 'La respuesta tarda demasiado.',
    failed: 'Algo falló de nuestro lado.',
    notReady: 'El asistente está arrancando.',
    tooMany: (count) => `Fueron muchos mensajes a la vez. Espere ${count ? seconds(count) : 'un poco'}.`,
    unknownButton: 'Este botón ya no funciona. Por favor, escriba su pregunta.',
    notAllowedHere: 'El chat no está configurado para este sitio.',
    refused: 'No se pudo aceptar este mensaje. Por favor, escríbalo de otra forma.',
  },
};
