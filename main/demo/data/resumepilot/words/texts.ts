/** What the product asks and what people answer, in the language of the person. */
export interface Script {
  readonly questions: readonly string[]
  readonly answers: readonly string[]
  readonly bullets: readonly string[]
  readonly experience: readonly string[]
}

export const scripts: Readonly<Record<'en' | 'fr', Script>> = {
  en: {
    questions: [
      'What does a normal week look like in your present job?',
      'Tell me about something that you have built or put right.',
      'When did a plan fail, and what did you do then?',
      'Which numbers would your manager name to praise you?',
      'How do you work with people who disagree with you?',
      'What would you like to do more of in your next job?',
      'Which tools do you use every day?',
      'Whom have you taught something, and how?',
    ],
    answers: [
      'I look after the orders of four warehouses and decide what is sent first.',
      'We lost a day a week to copying lists, so I wrote a small program that does it overnight.',
      'The supplier closed. I called nine others the same evening and we were only two days late.',
      'Complaints fell by a third in the first year, and nobody left the team.',
      'I ask them to explain it to me as if I had to defend it. Often they are right about a part.',
      'More planning and less putting out of fires, to be honest.',
      'Spreadsheets, a ticket system, and the telephone more than people think.',
      'Two trainees. I let them run the Monday meeting from their third week on.',
    ],
    bullets: [
      'Planned the orders of four warehouses with a team of six',
      'Saved a working day each week by automating stock lists',
      'Found a new supplier within two days of a closure',
      'Cut complaints by a third in one year',
      'Trained two apprentices who now lead their own shifts',
      'Introduced a weekly review that halved open tickets',
    ],
    experience: ['2 years', '5 years', 'nearly ten years', 'first job', '15 years'],
  },
  fr: {
    questions: [
      'À quoi ressemble une semaine ordinaire dans votre poste actuel ?',
      'Racontez-moi quelque chose que vous avez construit ou remis en état.',
      'Quand un projet a-t-il échoué, et qu’avez-vous fait ?',
      'Quels chiffres votre responsable citerait-il pour vous féliciter ?',
      'Comment travaillez-vous avec ceux qui ne sont pas d’accord ?',
      'Que voudriez-vous faire davantage dans votre prochain poste ?',
    ],
    answers: [
      'Je m’occupe du planning de trois ateliers et je tranche quand il y a un retard.',
      'J’ai repris le fichier des clients : il y avait un doublon sur cinq.',
      'La machine est tombée en panne la veille de la livraison. Nous avons fini à la main, à minuit.',
      'Un quart de rebuts en moins, et plus aucun accident depuis deux ans.',
      'J’écoute d’abord, et je reformule. Souvent le désaccord porte sur un mot.',
      'Former les nouveaux. C’est ce que je fais le mieux.',
    ],
    bullets: [
      'Planification de trois ateliers et de quatorze personnes',
      'Nettoyage d’un fichier de 12 000 clients',
      'Réduction des rebuts d’un quart en un an',
      'Formation de six nouveaux arrivants',
      'Mise en place d’un point quotidien de dix minutes',
    ],
    experience: ['3 ans', '8 ans', 'premier emploi', 'une vingtaine d’années'],
  },
}

export const roles = [
  'software engineer',
  'logistics planner',
  'nurse',
  'sales manager',
  'data analyst',
  'teacher',
  'project manager',
  'accountant',
  'chef de projet',
  'responsable d’atelier',
  'product designer',
  'customer support lead',
]

export const templates = ['modern', 'classic', 'compact', 'academic', 'two-columns']

export const failures = {
  'LaTeX stopped at line 84: undefined control sequence.': 30,
  'The model did not answer within 60 seconds.': 34,
  'The template two-columns has no place for certificates.': 12,
  'The answer was not valid JSON.': 18,
  'The storage refused the file: 503.': 6,
}

export const agents = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Safari/17.5',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Firefox/127.0',
]
