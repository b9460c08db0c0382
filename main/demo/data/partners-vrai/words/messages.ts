export type Language = 'en' | 'fr'
type Texts = Readonly<Record<Language, readonly string[]>>

/** What clients write on their own. */
export const clientMessages: Texts = {
  en: [
    'Good morning, could you tell me how long the next step takes?',
    'I have sent the documents. Is anything still missing?',
    'Can I change the address of the company at this point?',
    'My bank asks for the registration number. When can I expect it?',
    'I will be travelling next week but can be reached by e-mail.',
    'Could the second member sign electronically?',
    'Thank you for the quick answer!',
    'Do you also take care of the annual report?',
  ],
  fr: [
    'Bonjour, pouvez-vous me dire combien de temps prend la prochaine étape ?',
    'J’ai envoyé les pièces demandées. Manque-t-il encore quelque chose ?',
    'Est-il possible de changer l’adresse du siège à ce stade ?',
    'Ma banque me demande le numéro d’immatriculation. Quand l’aurai-je ?',
    'Je serai en déplacement la semaine prochaine, mais joignable par e-mail.',
    'Mon associé peut-il signer électroniquement ?',
    'Merci beaucoup pour votre réponse rapide !',
    'Vous occupez-vous aussi des formalités annuelles ?',
  ],
}

export const agentMessages: Texts = {
  en: [
    'Good morning, I am taking care of your file. You can write to me here at any time.',
    'Thank you, everything has arrived. We will look at it within two working days.',
    'The filing takes five to ten working days. We will tell you as soon as there is news.',
    'Yes, that is possible. Please send us the new address in writing.',
    'An electronic signature is accepted, as long as it comes with its certificate.',
    'We have called you without success. When could we reach you?',
  ],
  fr: [
    'Bonjour, je m’occupe de votre dossier. Vous pouvez m’écrire ici à tout moment.',
    'Merci, nous avons bien tout reçu. Nous l’examinons sous deux jours ouvrés.',
    'Le dépôt prend cinq à dix jours ouvrés. Nous vous prévenons dès que nous avons une réponse.',
    'Oui, c’est possible. Merci de nous communiquer la nouvelle adresse par écrit.',
    'La signature électronique est acceptée si elle est accompagnée de son certificat.',
    'Nous avons essayé de vous joindre sans succès. Quand pouvons-nous vous appeler ?',
  ],
}

export const corrected: Texts = {
  en: ['Corrected, thank you.', 'Sorry about that, here is the new one.', 'I hope this one is right.'],
  fr: ['C’est corrigé, merci.', 'Toutes mes excuses, voici la bonne version.', 'J’espère que cette fois c’est bon.'],
}

/** What an agent adds to an approval, now and then. */
export const praise: Texts = {
  en: ['Clear and complete, thank you.', 'All good.'],
  fr: ['Lisible et complet, merci.', 'Parfait.'],
}

export const holdReasons: Texts = {
  en: ['On hold at the client’s wish until the partner is back.', 'We wait for the decision about the company name.'],
  fr: ['En attente à la demande du client, associé absent.', 'En attente du choix de la dénomination.'],
}

export const cancelReasons: Texts = {
  en: ['Cancelled by the client. The payment has been returned.', 'The client has chosen another country. Refunded.'],
  fr: ['Annulé à la demande du client. Le paiement a été remboursé.', 'Le client a choisi un autre pays. Remboursé.'],
}

export const queryReasons: Texts = {
  en: [
    'The office asks for a clearer description of the business.',
    'The office asks for proof of the signatory’s powers.',
  ],
  fr: [
    'Le greffe demande de préciser l’objet social.',
    'Le greffe demande un justificatif des pouvoirs du signataire.',
  ],
}

export const handOverNotes: readonly string[] = [
  'On leave until Monday, thank you.',
  'Speaks the client’s language better than I do.',
  'Délaware : tu connais mieux que moi.',
]
