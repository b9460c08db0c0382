/** What is taught, level by level: the titles of the lessons, in order. */
export const levels: readonly { readonly name: string; readonly lessons: readonly string[] }[] = [
  {
    name: 'First steps',
    lessons: [
      'What a market is',
      'Buyers, sellers and the order book',
      'Reading a candle',
      'Market and limit orders',
      'Spread, fees and slippage',
      'What one position may cost you',
      'Keeping a trading journal',
      'Your first plan on paper',
    ],
  },
  {
    name: 'Charts',
    lessons: [
      'Trends and ranges',
      'Support and resistance',
      'Moving averages',
      'Volume that confirms',
      'Timeframes together',
      'Gaps and open hours',
      'Drawing without hindsight',
      'One chart, one idea',
    ],
  },
  {
    name: 'Risk',
    lessons: [
      'Position size from the stop',
      'Reward against risk',
      'Drawdowns and recovery',
      'Correlation of positions',
      'Leverage and margin',
      'Stops that are not where all are',
      'A bad week, planned ahead',
      'Risk of ruin in numbers',
    ],
  },
  {
    name: 'Set-ups',
    lessons: [
      'The pullback',
      'The breakout and its failure',
      'Mean reversion',
      'The opening range',
      'News and what follows',
      'Swing positions over days',
      'Scaling in and out',
      'From set-up to checklist',
    ],
  },
  {
    name: 'Mind',
    lessons: [
      'Fear and greed, observed',
      'The trade after a loss',
      'Boredom and overtrading',
      'Routines before the open',
      'Reviewing without excuses',
      'Confidence and its limits',
      'Trading beside a job',
      'A day without a trade',
    ],
  },
  {
    name: 'Systems',
    lessons: [
      'From rules to a system',
      'Backtests and their lies',
      'Out of sample',
      'Expectancy in practice',
      'Automating an alert',
      'Portfolio of strategies',
      'Costs at scale',
      'Your system, defended',
    ],
  },
]

/** Lessons that are still being written. */
export const drafts = ['Options, a careful start', 'Reading a balance sheet', 'Taxes for active traders']

export const bodies = [
  'Before you place an order, say in one sentence why it is there and what would prove you wrong.',
  'Look at the last twenty sessions. Mark where the price turned, and only then read what was said about it.',
  'A number that you have not written down before the trade is a number that you will move.',
  'Work through the example twice: once with the size that feels right, once with the size that the stop allows.',
]

export const questions: readonly {
  readonly prompt: string
  readonly options: readonly string[]
  readonly correct: number
}[] = [
  {
    prompt: 'What do you fix before the entry?',
    options: ['The exit at a loss', 'The profit you want', 'The next trade'],
    correct: 0,
  },
  {
    prompt: 'You risk 1% of 8 000. The stop is 4 away. How many units?',
    options: ['10', '20', '80'],
    correct: 1,
  },
  {
    prompt: 'What does a limit order guarantee?',
    options: ['That it is filled', 'That it is quick', 'The price, or a better one'],
    correct: 2,
  },
  {
    prompt: 'A strategy lost five times in a row. What do you look at first?',
    options: ['Whether its rules were kept', 'How to win it back', 'Another strategy'],
    correct: 0,
  },
]

export const achievements = [
  ['first_lesson', 'First lesson', 'Complete a lesson.', 'learning', 50, 'common', { lessons: 1 }],
  ['ten_lessons', 'Ten lessons', 'Complete ten lessons.', 'learning', 200, 'common', { lessons: 10 }],
  ['half_way', 'Half way', 'Complete half of the course.', 'learning', 500, 'rare', { lessons: 24 }],
  ['whole_course', 'The whole course', 'Complete every lesson.', 'learning', 2000, 'legendary', { lessons: 48 }],
  ['streak_3', 'Three days', 'Learn on three days in a row.', 'streak', 60, 'common', { streak: 3 }],
  ['streak_7', 'A whole week', 'Learn on seven days in a row.', 'streak', 250, 'rare', { streak: 7 }],
  ['streak_14', 'Two weeks', 'Learn on fourteen days in a row.', 'streak', 800, 'epic', { streak: 14 }],
  [
    'perfect',
    'Nothing wrong',
    'Answer every question right at the first attempt.',
    'learning',
    100,
    'rare',
    { score: 100 },
  ],
] as const
