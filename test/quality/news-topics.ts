/** A topic as a moderator may word it, and what the articles that belong to it say somewhere. */
export interface NewsTopic {
  readonly topic: string;
  readonly words: RegExp;
}

/** What was in the news in the autumn of 2023, from single affairs to whole fields. */
export const NEWS_TOPICS: readonly NewsTopic[] = [
  {
    topic: 'The trial of Sam Bankman-Fried and the collapse of FTX',
    words: /Bankman-Fried|\bSBF\b|\bFTX\b/,
  },
  {
    topic: 'Everything about cryptocurrencies',
    words: /crypto|\bFTX\b|\bSBF\b|Bankman-Fried|Binance|Coinbase|bitcoin/i,
  },
  {
    topic: 'Antitrust cases against big technology companies',
    words: /antitrust|Epic v|Epic Games|Tim Sweeney|monopol|anticompetitive|competition concerns/i,
  },
  {
    topic: 'Artificial intelligence and chatbots',
    words: /\bAI\b|\bAI['’]s|ChatGPT|OpenAI|Gemini|chatbot|deepfake|artificial intelligence/i,
  },
  {
    topic: 'The management crisis at OpenAI',
    words: /Altman|OpenAI (?:buffs|fiasco|board)|going on at OpenAI|Brockman/i,
  },
  {
    topic: 'News about Taylor Swift',
    words: /Taylor Swift|Swift['’]s/,
  },
  {
    topic: 'NFL football: games, players and standings',
    words:
      /\bNFL\b|N\.F\.L|Fantasy Football|\bBears\b|Vikings|Chiefs|\bJets\b|Jaguars|Ravens|49ers|Cowboys|Packers|Travis Kelce|Super Bowl/,
  },
  {
    topic: 'College football',
    words:
      /college football|College Bowl|Michigan|Ohio State|Alabama|\bNCAA|Colorado vs|UTSA|North Texas/i,
  },
  {
    topic: 'Soccer in the Premier League',
    words:
      /Premier League|Chelsea|Man(?:chester)? (?:United|City)|Liverpool|Everton|Tottenham|\bSpurs\b|Arsenal|Ten Hag/i,
  },
  {
    topic: 'Baseball: teams, trades and the World Series',
    words: /\bMLB\b|M\.L\.B|World Series|Ohtani|Astros|Dodgers|baseball/i,
  },
  {
    topic: 'The Rugby World Cup',
    words: /rugby|All Blacks|Springbok|\bBoks\b|\bRWC\b/i,
  },
  {
    topic: 'Sports betting and odds',
    words: /\bbetting\b|\bodds\b|sportsbook|FanDuel|moneyline/i,
  },
  {
    topic: 'Bargains for Black Friday and other shopping days',
    words:
      /Black Friday|Prime (?:Big Deal )?Day|Cyber Monday|\bdeals\b.*\b(?:on|from|headphones)|doorbuster|on sale/i,
  },
  {
    topic: 'The war between Israel and Hamas',
    words: /Hamas|Gaza|Palestin|war in Israel|supporting Israel|Israel['’]s (?:defense|blockade)/i,
  },
  {
    topic: 'Stock markets and share prices',
    words: /\bASX\b|Wall Street|\bstocks?\b|\bshares\b|Nifty|investors/i,
  },
  {
    topic: 'House prices, rents and the property market',
    words:
      /housing (?:market|recession|winter|crisis)|home sales|\brents\b|affordable housing|mortgage/i,
  },
  {
    topic: 'Studies about health and medicine',
    words:
      /\bhealth\b|vaccin|Ozempic|cancer|stem cells|medicat|\bstudy\b.*(?:disease|mortality|addict)|mortality|hospital|pregnancy|Mayo Clinic|STI screening|suicide/i,
  },
  {
    topic: 'Video games and consoles',
    words:
      /video ?games?|Nintendo|Steam Deck|Diablo|Super Mario|Spider-Man 2|Roblox|Tears of the Kingdom|Grand Theft Auto/i,
  },
  {
    topic: 'The music business: labels, streaming and rights',
    words:
      /Sony Music|\bNMPA\b|Hipgnosis|Capitol Music|music (?:streaming|industry|publish)|Latin artists|record label|AfroFuture/i,
  },
  {
    topic: 'Job cuts in the technology industry',
    words: /\blayoffs?\b|cuts jobs|job cuts/i,
  },
  {
    topic: 'Films and television series to watch',
    words:
      /\bmovies?\b|box office|\bfilms?\b|TV series|shows to stream|Netflix|DC movies|Spider-Man/i,
  },
  {
    topic: 'Startups that raise money from investors',
    words: /startup|\bVCs?\b|seed extension|raises \$|nabs \$|venture capital|funding round/i,
  },
  {
    topic: 'The marriage of Jada Pinkett Smith and Will Smith',
    words: /Pinkett|Will Smith/,
  },
  {
    topic: 'Britney Spears and her memoir',
    words: /Britney|Spears/,
  },
];
