/**
 * Words that tie a sentence to the one before it when they open it: pronouns and demonstratives whose noun stands
 * elsewhere, and conjunctions and adverbs that go on with a thought. With their capital, as they open sentences.
 */
const ENGLISH = words(
  'But And Or Nor So Yet He She It They We I You His Her Hers Its Their Theirs Our My Your Him Them Us',
  'This That These Those Such Both Neither Either Another Others Here Then Thus Hence Therefore However',
  'Moreover Furthermore Nevertheless Nonetheless Meanwhile Instead Otherwise Also Too Indeed Still Again Besides',
  'Afterwards Afterward Similarly Likewise Consequently Accordingly Additionally Finally Lastly Next Later Earlier',
  'Because Which Who Whose Not Perhaps Maybe Yes No Well Now',
);
const GERMAN = words(
  'Aber Und Oder Doch Denn Er Sie Es Wir Ich Du Ihr Ihre Ihren Ihrem Ihrer Sein Seine Seinen Seinem Seiner Unser Unsere',
  'Dies Diese Dieser Dieses Diesen Diesem Jene Jener Solche Beide Da Dann Dort Hier So Daher Darum Deshalb Deswegen',
  'Dabei Dazu Dafür Dagegen Damit Danach Daran Darauf Davon Außerdem Zudem Jedoch Dennoch Trotzdem Allerdings Auch',
  'Stattdessen Hingegen Inzwischen Schließlich Ebenso Zuvor Später Weil Welche Welcher Nicht Vielleicht Ja Nein Nun',
);
const FRENCH = words(
  'Mais Et Ou Donc Or Car Ni Il Elle Ils Elles On Nous Vous Je Tu Son Sa Ses Leur Leurs Notre Nos Mon Ma Mes Lui Eux',
  'Ce Cet Cette Ces Cela Ceci Celui Celle Ceux Celles Ici Là Alors Puis Ensuite Enfin Ainsi Aussi Pourtant Cependant',
  'Toutefois Néanmoins Toujours Encore Également Sinon Finalement Auparavant Parce Non Oui Peut-être',
);
const SPANISH = words(
  'Pero Y E O Ni Pues Él Ella Ello Ellos Ellas Nosotros Yo Tú Usted Ustedes Su Sus Mi Mis Nuestro Nuestra Este Esta',
  'Esto Estos Estas Ese Esa Eso Esos Esas Aquel Aquella Aquello Ambos Ambas Aquí Allí Ahí Entonces Luego Así También',
  'Además Tampoco Mientras Finalmente Después Antes Porque Quizá Quizás No Sí Ahora Incluso',
);

const BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
]);

/** Does the sentence lean on the one before it? @param language BCP 47 tag; others than en, de, fr and es never do. */
export function leansOnPrevious(sentence: string, language: string): boolean {
  const first = FIRST_WORD.exec(sentence)?.[0] ?? '';
  return BY_LANGUAGE.get(language.toLowerCase().slice(0, 2))?.has(first) === true;
}

const FIRST_WORD = /\p{L}[\p{L}\p{M}-]*/u;

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}
