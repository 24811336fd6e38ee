/** Questions of readers: two more wordings that ask the same, and one about the same matter that asks something else. */
export interface QuestionGroup {
  readonly question: string;
  readonly same: readonly string[];
  readonly other: string;
}

function group(question: string, first: string, second: string, other: string): QuestionGroup {
  return { question, same: [first, second], other };
}

export const QUESTION_GROUPS: readonly QuestionGroup[] = [
  group(
    'When does the new tram line open?',
    'when will the new tram line be opened',
    'What is the opening date of the new tram line?',
    'Who builds the new tram line?',
  ),
  group(
    'Who won the mayoral election?',
    'who is the winner of the election for mayor',
    'Which candidate was elected mayor?',
    'When is the mayoral election?',
  ),
  group(
    'How much does the new stadium cost?',
    'what is the price of the new stadium',
    'How many millions are spent on the new stadium?',
    'Where will the new stadium be built?',
  ),
  group(
    'Why was the bridge closed?',
    'reason for the closing of the bridge',
    'What made the city close the bridge?',
    'How long will the bridge be closed?',
  ),
  group(
    'What did the minister say about school meals?',
    "minister's statement on school meals",
    'What are the comments of the minister on meals at school?',
    'How much do school meals cost?',
  ),
  group(
    'How many people were hurt in the train accident?',
    'number of injured in the train crash',
    'How many were injured when the train crashed?',
    'What caused the train accident?',
  ),
  group(
    'Is there a water shortage this summer?',
    'are we running out of water this summer',
    'Will water be scarce in the summer?',
    'Who decides about water restrictions?',
  ),
  group(
    'Which team won the cup final?',
    'who won the final of the cup',
    'Winner of the cup final?',
    'Who scored in the cup final?',
  ),
  group(
    'What are the opening hours of the city museum?',
    'when is the city museum open',
    'At what time does the city museum open and close?',
    'What does a ticket for the city museum cost?',
  ),
  group(
    'Who is the new head of the central bank?',
    'new central bank chief',
    'Who was appointed governor of the central bank?',
    'What is the interest rate of the central bank?',
  ),
  group(
    'What happened to the old cinema in the high street?',
    'what became of the old cinema on high street',
    'Why is the old cinema in the high street gone?',
    'Which films are shown in the cinema in the high street?',
  ),
  group(
    'How do I apply for a parking permit?',
    'where can I get a parking permit',
    'What do I need to do to get a permit for parking?',
    'How much is a parking fine?',
  ),
  group(
    'Has the company announced layoffs?',
    'is the company firing people',
    'Did the company say that it will cut jobs?',
    'How many people does the company employ?',
  ),
  group(
    'What is the population of the city?',
    'how many people live in the city',
    'How many inhabitants does the city have?',
    'Who is the mayor of the city?',
  ),
  group(
    'Who wrote the book about the lighthouse keeper?',
    'author of the lighthouse keeper book',
    'By whom is the novel about the lighthouse keeper?',
    'What is the book about the lighthouse keeper about?',
  ),
  group(
    'Will there be a strike at the airport on Friday?',
    'airport strike friday?',
    'Are airport workers going on strike this Friday?',
    'Why are the airport workers on strike?',
  ),
  group(
    'What are the side effects of the new vaccine?',
    'does the new vaccine have side effects',
    'Which side effects can the new vaccine have?',
    'When is the new vaccine available?',
  ),
  group(
    'How did the fire in the warehouse start?',
    'cause of the warehouse fire',
    'What caused the fire at the warehouse?',
    'Was anybody hurt in the warehouse fire?',
  ),
  group(
    'When is the next total solar eclipse?',
    'date of the next total eclipse of the sun',
    'When can we see a total solar eclipse again?',
    'Where can the total solar eclipse be seen?',
  ),
  group(
    'Why are egg prices so high?',
    'why did eggs get so expensive',
    'What is the reason for the high price of eggs?',
    'How much do a dozen eggs cost?',
  ),
  group(
    'Who is playing at the summer festival?',
    'line-up of the summer festival',
    'Which bands are at the summer festival this year?',
    'When does the summer festival begin?',
  ),
  group(
    'Did the parliament pass the climate bill?',
    'was the climate bill passed',
    'Has the climate law been adopted by parliament?',
    'What does the climate bill demand?',
  ),
  group(
    'What is the name of the rescued dog?',
    'what is the rescued dog called',
    'How is the dog that was rescued named?',
    'Who rescued the dog?',
  ),
  group(
    'How many goals did the striker score this season?',
    "number of the striker's goals this season",
    'How often has the striker scored this season?',
    'How long is the contract of the striker?',
  ),
  group(
    'Where can I recycle old batteries?',
    'where do I put used batteries',
    'Which places take back old batteries?',
    'How are old batteries recycled?',
  ),
  group(
    'What did the court decide about the data law?',
    'ruling of the court on the data law',
    'How did the judges rule in the case about the data law?',
    'Who went to court against the data law?',
  ),
  group(
    'Is the swimming pool heated?',
    'does the swimming pool have heated water',
    'Is the water in the swimming pool warm?',
    'When was the swimming pool renovated?',
  ),
  group(
    'How old is the oldest tree in the park?',
    'age of the oldest tree of the park',
    'What is the age of the oldest tree in the park?',
    'Why were trees in the park cut down?',
  ),
  group(
    'Who is the suspect in the bank robbery?',
    'who is suspected of robbing the bank',
    'Whom do the police suspect of the bank robbery?',
    'How much money was taken in the bank robbery?',
  ),
  group(
    'What time is the fireworks display?',
    'when do the fireworks start',
    'At what time do the fireworks begin?',
    'Where are the fireworks?',
  ),
];
