/**
 * English words that tell nothing about what a text is about, lower-cased, without accents and apostrophes.
 * `us` is missing because it is also a country; words of time and amount stay because news questions ask for them.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those
  i me my mine myself we our ours ourselves you your yours yourself yourselves
  he him his himself she her hers herself it its itself they them their theirs themselves
  who whom whose what which when where why how whatever whichever whoever
  am is are was were be been being do does did doing done have has had having
  can could shall should will would may might must ought
  and or but nor if then else than so because while although though unless until whether as
  of at by for with about against between into through during before after above below to from
  up down in out on off over under upon onto within without toward towards via per
  again further once here there all any both each few more most other some such
  no not only own same too very just also yet even still ever
  dont doesnt didnt isnt arent wasnt werent wont wouldnt cant cannot couldnt shouldnt
  hasnt havent hadnt etc eg ie`.split(/\s+/),
);
