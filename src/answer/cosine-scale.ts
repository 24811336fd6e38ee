import type { Embedder } from '../embedding/embedder.ts';

/** What a model's cosines look like for texts that have nothing to do with each other, and for questions and answers. */
export interface CosineScale {
  readonly unrelated: number;
  readonly related: number;
}

/** all-MiniLM-L6-v2 on the pairs below; int8 and fp32 agree to the second digit. */
export const REFERENCE_SCALE: CosineScale = { unrelated: 0.052, related: 0.703 };

/** Questions with a sentence that answers, on ten subjects far from each other. */
const PAIRS: readonly (readonly [question: string, answer: string])[] = [
  [
    'When will the new tram line open?',
    'The city council said on Tuesday that trams will run on the new line from next spring.',
  ],
  [
    'How much did the bakery raise its bread prices?',
    'The family bakery has put up the price of a loaf by a tenth, blaming dearer flour.',
  ],
  [
    'Which team won the women’s handball final?',
    'A goal in the last minute gave the visitors the title in the women’s handball final.',
  ],
  [
    'Why did the river flood the village?',
    'Three days of heavy rain on frozen ground made the river burst its banks and flood the village.',
  ],
  [
    'Who wrote the opera about the lighthouse keeper?',
    'The opera, the story of an ageing lighthouse keeper, is the composer’s second work for the stage.',
  ],
  [
    'What did the minister say about school meals?',
    'School meals will be free for every pupil under ten, the education minister promised.',
  ],
  [
    'How do bees find their way back to the hive?',
    'Biologists found that bees use the position of the sun and landmarks to return to their hive.',
  ],
  [
    'What caused the outage of the payment network?',
    'A faulty software update stopped card payments across the country for six hours.',
  ],
  [
    'How many passengers were on the ferry?',
    'All 212 passengers were taken off the ferry safely after its engine caught fire.',
  ],
  [
    'What does the vaccine against malaria cost?',
    'A dose of the malaria vaccine is sold at under four dollars, its maker announced.',
  ],
];

/** Embeds the pairs; about 20 short texts. */
export async function measureCosineScale(embedder: Embedder): Promise<CosineScale> {
  const questions = await embedder.embed(
    PAIRS.map(([question]) => question),
    { role: 'query' },
  );
  const answers = await embedder.embed(
    PAIRS.map(([, answer]) => answer),
    { role: 'passage' },
  );
  const related: number[] = [];
  const unrelated: number[] = [];
  for (const [row, question] of questions.entries()) {
    for (const [column, answer] of answers.entries()) {
      (row === column ? related : unrelated).push(dot(question, answer));
    }
  }
  return { related: mean(related), unrelated: mean(unrelated) };
}

/** The cosine that the reference model would have given: thresholds and weights were measured with it. */
export function toReference(cosine: number, { unrelated, related }: CosineScale): number {
  const place = related > unrelated ? (cosine - unrelated) / (related - unrelated) : cosine;
  return REFERENCE_SCALE.unrelated + place * (REFERENCE_SCALE.related - REFERENCE_SCALE.unrelated);
}

/** Cosine of two L2-normalised vectors of one length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let total = 0;
  for (let at = 0; at < a.length; at++) total += (a[at] ?? 0) * (b[at] ?? 0);
  return total;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
