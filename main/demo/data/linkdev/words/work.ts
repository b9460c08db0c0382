const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export const positions: readonly { readonly en: string; readonly fr: string }[] = [
  { en: 'Head of operations', fr: 'Responsable des opérations' },
  { en: 'Product manager', fr: 'Cheffe de produit' },
  { en: 'Developer', fr: 'Développeur' },
  { en: 'Designer', fr: 'Graphiste' },
  { en: 'Accountant', fr: 'Comptable' },
  { en: 'Founder', fr: 'Fondateur' },
  { en: 'Sales manager', fr: 'Responsable commercial' },
  { en: 'Teacher', fr: 'Enseignante' },
]

export const schools = words(
  'Université de Nantes, École centrale de Lyon, Sorbonne, HEC Liège, University of Leeds, Cardiff University, Boston College, University of Ghana, Université Cheikh Anta Diop, INSEA Rabat',
)

export const timeZones: Readonly<Record<string, string>> = {
  FR: 'Europe/Paris',
  BE: 'Europe/Brussels',
  GB: 'Europe/London',
  US: 'America/New_York',
  MA: 'Africa/Casablanca',
  SN: 'Africa/Dakar',
  GH: 'Africa/Accra',
  NG: 'Africa/Lagos',
  DE: 'Europe/Berlin',
  TR: 'Europe/Istanbul',
  ES: 'Europe/Madrid',
}

/** Kinds of records that organisations make for themselves, with names of such records. */
export const kinds: readonly {
  readonly key: string
  readonly name: { readonly en: string; readonly fr: string }
  readonly subjects: readonly string[]
}[] = [
  {
    key: 'contact',
    name: { en: 'Contacts', fr: 'Contacts' },
    subjects: words('Librairie du Port, Hotel Meridian, Garage Besson, Café Nomade, Owusu & Sons, Studio Kaya'),
  },
  {
    key: 'deal',
    name: { en: 'Deals', fr: 'Affaires' },
    subjects: words('Website relaunch, Refonte du site, Spring campaign, Contrat annuel, Audit, Maintenance 2026'),
  },
  {
    key: 'ticket',
    name: { en: 'Tickets', fr: 'Demandes' },
    subjects: words('Invoice missing, Mot de passe oublié, Export fails, Lenteur au démarrage, New user, Doublon'),
  },
  {
    key: 'asset',
    name: { en: 'Assets', fr: 'Matériel' },
    subjects: words('Laptop, Imprimante, Van, Vidéoprojecteur, Camera, Serveur'),
  },
]

export const stages = words('new, open, waiting, done')

export const schedules: readonly { readonly en: string; readonly fr: string }[] = [
  { en: 'Send the weekly report', fr: 'Envoyer le rapport hebdomadaire' },
  { en: 'Check open invoices', fr: 'Vérifier les factures ouvertes' },
  { en: 'Back up the shared drive', fr: 'Sauvegarder le disque partagé' },
  { en: 'Call key customers', fr: 'Appeler les clients clés' },
  { en: 'Review access rights', fr: 'Revoir les droits d’accès' },
]

export const reminders: readonly { readonly en: string; readonly fr: string }[] = [
  { en: 'Answer the offer', fr: 'Répondre à l’offre' },
  { en: 'Renew the contract', fr: 'Renouveler le contrat' },
  { en: 'Prepare the meeting', fr: 'Préparer la réunion' },
  { en: 'Chase the payment', fr: 'Relancer le paiement' },
]

export const failures = words(
  'mailbox unavailable (550), connection timed out, recipient rejected (554), temporary failure in name resolution',
)

export const posts: readonly { readonly title: string; readonly slug: string; readonly excerpt: string }[] = [
  { title: 'Schedules are here', slug: 'schedules-are-here', excerpt: 'Work that comes again, reminded in time.' },
  { title: 'Les équipes arrivent', slug: 'les-equipes-arrivent', excerpt: 'Invitez vos collègues en deux clics.' },
  { title: 'How we count usage', slug: 'how-we-count-usage', excerpt: 'Events, days, months: what a plan measures.' },
  { title: 'Une API pour tous', slug: 'une-api-pour-tous', excerpt: 'Reliez vos outils à vos fiches.' },
  { title: 'Security in 2026', slug: 'security-in-2026', excerpt: 'Single sign-on and an audit log for business.' },
  { title: 'Notre feuille de route', slug: 'notre-feuille-de-route', excerpt: 'Ce qui vient cet automne.' },
]
