const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export const categories = words('charts, risk, platforms, mindset, journal, off-topic')

export const posts: readonly { readonly title: string; readonly content: string; readonly isQuestion?: true }[] = [
  {
    title: 'Where do you put the stop on a pullback?',
    content: 'Below the last low it is hit every second time. Below the one before, the size gets tiny.',
    isQuestion: true,
  },
  {
    title: 'Thirty days of journal: what I found',
    content: 'Two thirds of my losses come from trades after 15:30. I do not trade the last hour any more.',
  },
  {
    title: 'Quelle unité de temps pour débuter ?',
    content: 'Le cours conseille le journalier, mais j’ai peu de signaux. Vous faites comment ?',
    isQuestion: true,
  },
  {
    title: 'The quiz of “Leverage and margin”, question 2',
    content: 'I get 20 units, the lesson says 10. Am I dividing by the wrong number?',
    isQuestion: true,
  },
  {
    title: 'Paper trading for three months: worth it?',
    content: 'My plan works on paper. I am afraid that it will not when it is money.',
    isQuestion: true,
  },
  {
    title: 'A routine that helped me',
    content:
      'Ten minutes, no screen, one sentence on what I expect. Then the charts. It stopped the first-minute trades.',
  },
  {
    title: 'Mon premier mois en réel',
    content: 'Résultat : −2 %, et pourtant je suis content : toutes les règles respectées sauf une.',
  },
  {
    title: 'Which broker shows real costs?',
    content: 'I compared three statements. The spread is not what they advertise.',
    isQuestion: true,
  },
  {
    title: 'Support that everybody sees',
    content: 'It broke through three times this week. I wait for the return now.',
  },
  {
    title: 'Comment gérez-vous les annonces ?',
    content: 'Je coupe tout une heure avant. Trop prudent ?',
    isQuestion: true,
  },
  { title: 'Backtest too good to be true', content: 'It was: I had used the close of the same candle. Check yours.' },
  { title: 'Trading beside a full-time job', content: 'Orders in the evening, nothing at noon. Slow, but it fits.' },
]

export const spam: readonly { readonly title: string; readonly content: string }[] = [
  {
    title: '300% a month, copy my signals',
    content: 'Write to me for the group. Places are limited, results are guaranteed.',
  },
  { title: 'Mes signaux privés, −50 % aujourd’hui', content: 'Contactez-moi en message, je vous montre mes gains.' },
  {
    title: 'Sell everything NOW',
    content: 'The crash is tomorrow, I have it from the inside. Do not say that nobody told you.',
  },
  { title: 'You are all losers here', content: 'Nobody in this forum has ever made money. Go back to your jobs.' },
]
export const removalReasons = [
  'Advertises signals. That is not allowed here.',
  'Promises returns that nobody can promise.',
  'Insults other learners.',
  'Publicité pour un service payant.',
]

export const announcements = [
  'New lessons in level 4 are online',
  'House rules of the community',
  'Le calendrier des sessions du mois',
  'Maintenance on Sunday morning',
]

export const comments = [
  'Same here. I halve the size instead of moving the stop.',
  'Look at lesson 3 of the level on risk again, it has this very case.',
  'Merci, très clair !',
  'I would wait for the close. Most of the false ones are gone by then.',
  'Could you show the chart?',
  'Je fais pareil depuis deux mois, ça change tout.',
  'It depends on the spread: below 2 I would not bother.',
  'Write it down before the trade, then you know.',
  'That happened to me as well. Divide by the distance, not by the price.',
  'Tout à fait d’accord avec toi.',
  'Not my experience, but I only trade in the evening.',
  'Thank you, I had overlooked that.',
]
export const badComments = ['Only an idiot would trade like this.', 'Join my channel, link in my profile.']

export const sessionTitles: readonly { readonly title: string; readonly type: 'workshop' | 'q&a' | 'presentation' }[] =
  [
    { title: 'Reading charts together', type: 'workshop' },
    { title: 'Your questions, answered', type: 'q&a' },
    { title: 'Risk in practice', type: 'workshop' },
    { title: 'Vos questions en direct', type: 'q&a' },
    { title: 'Building a checklist', type: 'workshop' },
    { title: 'How a market maker thinks', type: 'presentation' },
    { title: 'Journal de trading : mode d’emploi', type: 'presentation' },
  ]
export const feedback = [
  'Clear and to the point.',
  'Un peu trop rapide.',
  'More examples, please.',
  'Très utile, merci.',
]

export const goals = words('extra income, understand markets, retire earlier, trade full time, protect savings')
export const bios = [
  'Nurse, learning in the evening.',
  'Ingénieur, curieux des marchés.',
  'I want to stop guessing.',
  'Retraité, je prends mon temps.',
  'Student of economics.',
]
export const agents = ['Firefox on Windows', 'Safari on iPhone', 'Chrome on Android', 'Chrome on macOS']
