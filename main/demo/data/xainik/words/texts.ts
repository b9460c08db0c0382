export const relationships = [
  'Commanding officer',
  'Served in the same unit',
  'Colleague',
  'Trainer at the resettlement course',
  'Neighbour and friend',
  'Ancien collègue',
  'Instructeur',
]

export const endorsements = [
  'I have rarely seen anybody keep a team together like this. I would hire them at once.',
  'Reliable to the minute, and honest about what is not working.',
  'Took over a unit in trouble and had it running again within a month.',
  'Knows the trade from the ground up and explains it with patience.',
  'Une rigueur exemplaire et un vrai sens de l’équipe.',
  'J’ai travaillé trois ans à ses côtés : calme, précis, toujours disponible.',
  'Whoever gets to work with them is lucky.',
  'Solved problems before others had noticed them.',
]

export const hideReasons = {
  pitch: [
    'The text gives a phone number. Recruiters reach you through the site.',
    'The pitch names operations that are not public. Please leave them out.',
    'The LinkedIn address leads to another person.',
    'Le texte est trop court pour être utile aux recruteurs.',
  ],
  endorsement: [
    'The endorsement advertises a service.',
    'It repeats another endorsement word for word.',
    'Les propos visent une autre personne.',
  ],
  shared_pitch: ['The message promises a job that does not exist.', 'Le message contient une adresse privée.'],
}

export const shareMessages = [
  'Worth five minutes of your time.',
  'You asked for somebody in logistics: here is one.',
  'Un profil que je recommande vivement.',
  'Served with me in the north. Please pass it on.',
]

export const jobs = [
  'Regional logistics manager',
  'Head of site security',
  'Maintenance planner',
  'Network operations lead',
  'Facility manager',
  'Responsable d’exploitation',
  'Project engineer',
  'Training coordinator',
]

export const requestMessages = [
  'Your pitch fits a position that we want to fill this quarter. Could we see your resume?',
  'We are opening a depot and need somebody who has run one before.',
  'Nous recrutons pour notre site de Lyon ; votre parcours nous intéresse.',
  'Are you open to relocation? We would like to read your resume first.',
]

export const declineReasons = [
  'The veteran has accepted another offer.',
  'The position is not described well enough. Please add salary and place.',
  'Le poste ne correspond pas à la disponibilité indiquée.',
]

export const notes = [
  'Called: would start in 30 days, prefers Pune or Nashik.',
  'Salary expectation above the range, the recruiter is informed.',
  'Waiting for the relieving certificate.',
  'Entretien prévu la semaine prochaine.',
  'References checked with the commanding officer.',
  'Asked the recruiter for a written job description.',
]

export const messages = [
  'Thank you for your interest. When could we talk?',
  'Tuesday after 16:00 would suit me.',
  'I have attached the certificates to my profile.',
  'Merci, je vous confirme ma disponibilité.',
  'Could you tell me more about the shift pattern?',
  'We would like to invite you to Pune next week.',
]

export const donationMessages = [
  'For all who served.',
  'In memory of my father.',
  'Merci pour votre travail.',
  'Keep going!',
]

export const voidReasons = ['Billed twice.', 'Wrong company name on the invoice.', 'Adresse de facturation erronée.']

export const emailErrors = {
  bounced: ['550 5.1.1 mailbox does not exist', '552 5.2.2 mailbox is full', '550 5.7.1 rejected by policy'],
  failed: ['The provider did not answer in time.', 'The template lacks the word "name".'],
}

export const paymentErrors = ['Signature could not be verified.', 'No invoice has this reference.']
