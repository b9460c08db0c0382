import type { PaperKind } from '../../files/papers/make-paper.ts'

export interface Flaw {
  readonly name: string
  /** What a reviewer writes to the client about it. */
  readonly en: string
  readonly fr: string
}

export interface DocumentKind {
  readonly code: PaperKind
  readonly label: string
  readonly description: string
  readonly flaws: readonly Flaw[]
  /** File names as people have them; `*` stands for the client's or the company's name. */
  readonly names: readonly string[]
}

const unsigned: Flaw = {
  name: 'unsigned',
  en: 'The document is not signed. Please sign the last page and send it again.',
  fr: 'Le document n’est pas signé. Merci de signer la dernière page et de nous le renvoyer.',
}

export const documentKinds: readonly DocumentKind[] = [
  {
    code: 'passport',
    label: 'Passport',
    description: 'The page with the photograph, in colour, all four corners visible.',
    names: ['passport *.png', 'IMG_4417.png', 'scan passeport *.png', 'passport-scan.png'],
    flaws: [
      {
        name: 'cut',
        en: 'The two lines at the bottom are cut off. Please scan the whole page.',
        fr: 'Les deux lignes du bas sont coupées. Merci de scanner la page entière.',
      },
      {
        name: 'blurred',
        en: 'The scan is blurred and the number can’t be read. Please take it again in good light.',
        fr: 'Le scan est flou, le numéro est illisible. Merci de le refaire avec un bon éclairage.',
      },
      {
        name: 'expired',
        en: 'This passport has expired. Please send a valid one, or a valid identity card.',
        fr: 'Ce passeport est expiré. Merci d’envoyer un document en cours de validité.',
      },
      {
        name: 'glare',
        en: 'A reflection covers the name. Please take the picture without flash.',
        fr: 'Un reflet cache le nom. Merci de reprendre la photo sans flash.',
      },
    ],
  },
  {
    code: 'proof_of_address',
    label: 'Proof of address',
    description: 'A utility bill or bank statement of the last three months, in the client’s name.',
    names: [
      'facture electricite.pdf',
      'electricity bill.pdf',
      'proof of address *.pdf',
      'justificatif de domicile.pdf',
    ],
    flaws: [
      {
        name: 'old',
        en: 'This bill is older than three months. Please send a recent one.',
        fr: 'Cette facture date de plus de trois mois. Merci d’en envoyer une récente.',
      },
      {
        name: 'other_name',
        en: 'The bill is in another person’s name. Please send one in yours, or a certificate of accommodation.',
        fr: 'La facture est au nom d’une autre personne. Merci d’en envoyer une à votre nom, ou une attestation d’hébergement.',
      },
      {
        name: 'no_address',
        en: 'The address is not visible on this copy. Please send the complete first page.',
        fr: 'L’adresse n’apparaît pas sur cette copie. Merci d’envoyer la première page complète.',
      },
    ],
  },
  {
    code: 'articles_of_organization',
    label: 'Articles of organization',
    description: 'As they are to be filed, with the registered agent named and the organizer’s signature.',
    names: ['Articles of organization.pdf', 'Articles * final.pdf', 'articles_of_organization_v3.pdf'],
    flaws: [
      {
        name: 'no_agent',
        en: 'Article II does not name the registered agent. Please add the name and address, then sign again.',
        fr: 'L’article II ne nomme pas l’agent enregistré. Merci d’ajouter son nom et son adresse, puis de signer à nouveau.',
      },
      {
        name: 'wrong_name',
        en: 'The name of the company is not the one you ordered. Please correct it, or tell us that it has changed.',
        fr: 'Le nom de la société n’est pas celui de votre commande. Merci de le corriger ou de nous prévenir.',
      },
      unsigned,
    ],
  },
  {
    code: 'operating_agreement',
    label: 'Operating agreement',
    description: 'Signed by every member; the shares add up to 100 per cent.',
    names: ['Operating agreement.pdf', 'OA * signed.pdf', 'operating-agreement.pdf'],
    flaws: [
      {
        name: 'shares',
        en: 'The shares of the members don’t add up to 100 per cent. Please correct section 2.',
        fr: 'Les parts des associés ne font pas 100 %. Merci de corriger la section 2.',
      },
      {
        name: 'old_name',
        en: 'The agreement still has the former name of the company. Please update it throughout.',
        fr: 'Le contrat porte encore l’ancien nom de la société. Merci de le corriger partout.',
      },
      unsigned,
    ],
  },
  {
    code: 'ein_confirmation',
    label: 'EIN confirmation',
    description: 'The letter CP 575 or 147C of the tax authority.',
    names: ['CP575.pdf', 'EIN letter *.pdf', 'IRS notice.pdf'],
    flaws: [
      {
        name: 'other_name',
        en: 'The letter is for another company. Please send the one for the company of this dossier.',
        fr: 'Le courrier concerne une autre société. Merci d’envoyer celui de la société de ce dossier.',
      },
      {
        name: 'no_number',
        en: 'The number is hidden on this copy. We need to see it in full.',
        fr: 'Le numéro est masqué sur cette copie. Nous devons le voir en entier.',
      },
    ],
  },
  {
    code: 'bank_letter',
    label: 'Bank letter',
    description: 'The bank’s confirmation of the deposited capital, signed, not older than three months.',
    names: ['attestation de depot.pdf', 'bank letter.pdf', 'deposit confirmation *.pdf'],
    flaws: [
      {
        name: 'old',
        en: 'The letter is older than three months. Please ask your bank for a new one.',
        fr: 'L’attestation date de plus de trois mois. Merci d’en demander une nouvelle à votre banque.',
      },
      {
        name: 'no_amount',
        en: 'The amount is missing. The letter must state what was deposited.',
        fr: 'Le montant n’est pas indiqué. L’attestation doit mentionner la somme déposée.',
      },
      unsigned,
    ],
  },
  {
    code: 'lease_agreement',
    label: 'Lease agreement',
    description: 'The lease of the registered office, signed by both sides.',
    names: ['bail commercial.pdf', 'lease.pdf', 'Approved Lease.pdf', 'Lease * signed.pdf'],
    flaws: [
      {
        name: 'other_address',
        en: 'The premises are not at the registered office of the dossier. Which address is right?',
        fr: 'Les locaux ne sont pas à l’adresse du siège indiquée dans le dossier. Quelle est la bonne adresse ?',
      },
      unsigned,
    ],
  },
  {
    code: 'statuts',
    label: 'Articles of association',
    description: 'French statuts, dated and signed by all partners.',
    names: ['statuts.pdf', 'Statuts * signés.pdf', 'statuts constitutifs.pdf'],
    flaws: [
      {
        name: 'no_object',
        en: 'Article 2 does not say what the company does. Please complete it.',
        fr: 'L’article 2 ne précise pas l’objet social. Merci de le compléter.',
      },
      {
        name: 'capital',
        en: 'The capital in article 7 differs from the contributions in article 6. Please correct it.',
        fr: 'Le capital de l’article 7 diffère des apports de l’article 6. Merci de corriger.',
      },
      unsigned,
    ],
  },
  {
    code: 'trademark_specimen',
    label: 'Trademark specimen',
    description: 'The sign as it is used, at least 600 dots wide.',
    names: ['logo.png', 'specimen *.png', 'mark on packaging.png'],
    flaws: [
      {
        name: 'low_resolution',
        en: 'The picture is too blurred for the office. Please send it in a higher resolution.',
        fr: 'L’image est trop floue pour l’office. Merci de l’envoyer en meilleure résolution.',
      },
      {
        name: 'no_mark',
        en: 'The sign itself is not on the picture. Please send one that shows it in use.',
        fr: 'La marque n’apparaît pas sur l’image. Merci d’en envoyer une où elle est visible.',
      },
    ],
  },
  {
    code: 'compliance_questionnaire',
    label: 'Compliance questionnaire',
    description: 'All questions answered, signed by a member or manager.',
    names: ['questionnaire.pdf', 'compliance *.pdf', 'annual questionnaire signed.pdf'],
    flaws: [
      {
        name: 'incomplete',
        en: 'Questions 5 to 9 are not answered. Please complete them.',
        fr: 'Les questions 5 à 9 sont restées sans réponse. Merci de les compléter.',
      },
      unsigned,
    ],
  },
]
