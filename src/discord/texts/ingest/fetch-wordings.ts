import type { Wording } from './reader-wording.ts';

/** Why a page could not be fetched. */
export const FETCH_WORDINGS: readonly Wording[] = [
  {
    pattern: /^no complete answer within (\d+) seconds$/,
    de: 'keine vollständige Antwort innerhalb von $1 Sekunden',
    fr: 'pas de réponse complète en $1 secondes',
    es: 'sin respuesta completa en $1 segundos',
  },
  {
    pattern: /^the server answered (\d+).*$/,
    de: 'der Server antwortet mit $1',
    fr: 'le serveur répond $1',
    es: 'el servidor responde $1',
  },
  {
    pattern: /^it redirects more than (\d+) times$/,
    de: 'sie leitet mehr als $1 Mal weiter',
    fr: 'elle redirige plus de $1 fois',
    es: 'redirige más de $1 veces',
  },
  {
    pattern: /^it redirects to "(.*)", which is no address$/s,
    de: 'sie leitet zu „$1“ weiter, das ist keine Adresse',
    fr: 'elle redirige vers « $1 », qui n’est pas une adresse',
    es: 'redirige a «$1», que no es una dirección',
  },
  {
    pattern: /^it is no complete address$/,
    de: 'das ist keine vollständige Adresse',
    fr: 'ce n’est pas une adresse complète',
    es: 'no es una dirección completa',
  },
  {
    pattern: /^only http and https are fetched, not (\S+)$/,
    de: 'nur http und https werden abgerufen, nicht $1',
    fr: 'seuls http et https sont lus, pas $1',
    es: 'solo se leen http y https, no $1',
  },
  {
    pattern: /^addresses with a user name or password in them are not fetched$/,
    de: 'Adressen mit Benutzername oder Passwort werden nicht abgerufen',
    fr: 'les adresses avec un nom d’utilisateur ou un mot de passe ne sont pas lues',
    es: 'no se leen direcciones con nombre de usuario o contraseña',
  },
  {
    pattern: /^(.+) is not an address of the public internet$/,
    de: '$1 ist keine Adresse des öffentlichen Internets',
    fr: '$1 n’est pas une adresse de l’internet public',
    es: '$1 no es una dirección de la internet pública',
  },
  {
    pattern: /^it is of no stated type, and only HTML, text and JSON are read$/,
    de: 'ihre Art ist nicht angegeben; nur HTML, Text und JSON werden gelesen',
    fr: 'son type n’est pas indiqué ; seuls le HTML, le texte et le JSON sont lus',
    es: 'no indica su tipo; solo se leen HTML, texto y JSON',
  },
  {
    pattern: /^it is (\S+), and only HTML, text and JSON are read$/,
    de: 'sie ist $1; nur HTML, Text und JSON werden gelesen',
    fr: 'elle est de type $1 ; seuls le HTML, le texte et le JSON sont lus',
    es: 'es $1; solo se leen HTML, texto y JSON',
  },
  {
    pattern: /^its content-encoding "(.*)" is not known$/,
    de: 'ihre Kodierung „$1“ ist nicht bekannt',
    fr: 'son encodage « $1 » n’est pas connu',
    es: 'su codificación «$1» no es conocida',
  },
  {
    pattern: /^there is no such host$/,
    de: 'diesen Server gibt es nicht',
    fr: 'ce serveur n’existe pas',
    es: 'ese servidor no existe',
  },
  {
    pattern: /^the host name could not be looked up .*$/,
    de: 'der Name des Servers ließ sich nicht auflösen',
    fr: 'le nom du serveur n’a pas pu être résolu',
    es: 'no se ha podido resolver el nombre del servidor',
  },
  {
    pattern: /^the server refuses connections$/,
    de: 'der Server nimmt keine Verbindungen an',
    fr: 'le serveur refuse les connexions',
    es: 'el servidor rechaza las conexiones',
  },
  {
    pattern: /^the server closed the connection$/,
    de: 'der Server hat die Verbindung beendet',
    fr: 'le serveur a coupé la connexion',
    es: 'el servidor ha cerrado la conexión',
  },
  {
    pattern: /^the (?:host|network) cannot be reached$/,
    de: 'der Server ist nicht erreichbar',
    fr: 'le serveur est injoignable',
    es: 'no se puede llegar al servidor',
  },
  {
    pattern: /^the server does not answer$/,
    de: 'der Server antwortet nicht',
    fr: 'le serveur ne répond pas',
    es: 'el servidor no responde',
  },
];
