import { Flow } from '../pdf/flow.ts'
import { Pdf } from '../pdf/pdf.ts'
import { addDays, type Facts, fullName, longDate, type Paper, wholeAmount } from './facts.ts'
import { signatureLine } from './signature.ts'

/** Flaws: `unsigned`, `other_address`. */
export function leaseAgreement(facts: Facts): Paper {
  const { company, person, flaw, random, language } = facts
  const french = language === 'fr'
  const place =
    flaw === 'other_address'
      ? random.pick(['9 rue des Lilas, 31000 Toulouse', '77 Station Road, Leeds'])
      : `${company.street}, ${company.city}`
  const rent = wholeAmount(random.int(9, 48) * 100, language)
  const owner = random.pick(['SCI Les Tilleuls', 'Oakfield Estates', 'Foncière du Canal', 'Harrow & Sons Property'])
  const title = french ? 'Bail commercial' : 'Commercial lease'
  const pdf = new Pdf({ title, producer: 'LibreOffice 24.8', made: facts.on })
  const flow = new Flow(pdf)
  flow.line(title.toUpperCase(), { font: 'serifBold', size: 18, align: 'centre' })
  flow.gap(18)
  const texts = french
    ? [
        `Entre ${owner}, ci-après « le bailleur », et la société ${company.name}, représentée par ${fullName(person)}, ci-après « le preneur », il a été convenu ce qui suit.`,
        `Article 1 – Désignation. Le bailleur donne à bail au preneur les locaux situés ${place}, à usage exclusif de bureaux et d’activité : ${company.activity}.`,
        `Article 2 – Durée. Le bail est consenti pour neuf années entières et consécutives à compter du ${longDate(addDays(facts.on, 20), 'fr')}, avec faculté de résiliation à l’expiration de chaque période triennale.`,
        `Article 3 – Loyer. Le loyer mensuel est fixé à ${rent} euros hors charges, payable d’avance le premier de chaque mois.`,
        'Article 4 – Dépôt de garantie. Le preneur verse à la signature un dépôt égal à trois mois de loyer, restitué en fin de bail après état des lieux.',
        'Article 5 – Charges et entretien. Le preneur entretient les lieux, souffre les grosses réparations et acquitte sa quote-part des charges communes.',
        'Article 6 – Cession. Le preneur ne peut céder son droit au bail sans l’accord écrit du bailleur, sauf à l’acquéreur de son fonds.',
        'Article 7 – Domicile. Le preneur est autorisé à fixer son siège social dans les lieux loués.',
      ]
    : [
        `This lease is made between ${owner} (the landlord) and ${company.name}, represented by ${fullName(person)} (the tenant).`,
        `1. Premises. The landlord lets to the tenant the premises at ${place}, for use as offices and for ${company.activity}.`,
        `2. Term. The term is five years from ${longDate(addDays(facts.on, 20), 'en')}. The tenant may end it after three years with six months’ notice.`,
        `3. Rent. The rent is ${rent} a month, payable in advance on the first day of each month, and is reviewed on every second anniversary.`,
        '4. Deposit. On signature the tenant pays a deposit of three months’ rent, returned at the end of the term less the cost of any damage.',
        '5. Repairs. The tenant keeps the interior in good repair. The landlord keeps the structure, the roof and the common parts.',
        '6. Assignment. The tenant may not assign or sublet without the landlord’s written consent, which is not unreasonably withheld.',
        '7. Registered office. The tenant may have its registered office at the premises.',
      ]
  for (const text of texts) flow.paragraph(text, { size: 11.5 })
  flow.need(120)
  flow.gap(56)
  const day = longDate(facts.on, language)
  signatureLine(flow.page, { left: 72, y: flow.y }, owner, day, random, true)
  signatureLine(flow.page, { left: 320, y: flow.y }, fullName(person), day, random, flaw !== 'unsigned')
  flow.number((page, of) => `${page} / ${of}`)
  return { bytes: pdf.bytes(), extension: 'pdf' }
}

/** French articles of association. Flaws: `no_object`, `unsigned`, `capital`. */
export function statuts(facts: Facts): Paper {
  const { company, person, flaw, random } = facts
  const capital = wholeAmount(company.capital, 'fr')
  const stated = flaw === 'capital' ? wholeAmount(company.capital + 500, 'fr') : capital
  const form = company.name.endsWith('SAS') ? 'société par actions simplifiée' : 'société à responsabilité limitée'
  const pdf = new Pdf({ title: `Statuts de ${company.name}`, producer: 'Microsoft Word', made: facts.on })
  const flow = new Flow(pdf)
  flow.gap(60)
  flow.line(company.name, { font: 'serifBold', size: 20, align: 'centre' })
  flow.line(`${form[0]?.toUpperCase()}${form.slice(1)} au capital de ${capital} euros`, { align: 'centre' })
  flow.line(`Siège social : ${company.street}, ${company.city}`, { align: 'centre' })
  flow.gap(26)
  flow.line('STATUTS', { font: 'serifBold', size: 24, align: 'centre' })
  flow.gap(26)
  flow.paragraph(
    `Le soussigné ${fullName(person)}, demeurant ${person.street}, ${person.city}${company.share === 100 ? '' : `, et ${company.partner}`}, a établi ainsi qu’il suit les statuts de la société.`,
  )
  const articles: [string, string][] = [
    ['Forme', `La société est une ${form}, régie par les lois en vigueur et par les présents statuts.`],
    [
      'Objet',
      flaw === 'no_object'
        ? 'La société a pour objet : …………………………………………'
        : `La société a pour objet, en France et à l’étranger : ${company.activity}, et toutes opérations s’y rattachant.`,
    ],
    ['Dénomination', `La dénomination de la société est : ${company.name}.`],
    [
      'Siège social',
      `Le siège est fixé ${company.street}, ${company.city}. Il peut être transféré par décision des associés.`,
    ],
    ['Durée', 'La durée de la société est de quatre-vingt-dix-neuf ans à compter de son immatriculation.'],
    [
      'Apports',
      `Il est apporté en numéraire la somme de ${capital} euros, intégralement libérée et déposée sur un compte bloqué.`,
    ],
    [
      'Capital social',
      `Le capital est fixé à ${stated} euros, divisé en ${wholeAmount(company.capital / 10, 'fr')} parts de 10 euros chacune.`,
    ],
    [
      'Direction',
      `La société est dirigée par ${fullName(person)}, nommé sans limitation de durée, investi des pouvoirs les plus étendus.`,
    ],
    [
      'Décisions collectives',
      'Les décisions sont prises en assemblée ou par consultation écrite. Chaque part donne droit à une voix.',
    ],
    [
      'Cession',
      'Les parts sont librement cessibles entre associés. Toute autre cession est soumise à l’agrément de la majorité.',
    ],
    ['Exercice social', 'L’exercice commence le 1er janvier et finit le 31 décembre de chaque année.'],
    [
      'Affectation du résultat',
      'Il est prélevé cinq pour cent au moins du bénéfice pour la réserve légale. Le solde est réparti par les associés.',
    ],
    [
      'Dissolution',
      'La société est dissoute à l’arrivée du terme ou par décision extraordinaire des associés, qui nomment un liquidateur.',
    ],
    [
      'Formalités',
      'Tous pouvoirs sont donnés au porteur d’un original des présentes pour accomplir les formalités d’immatriculation.',
    ],
  ]
  for (const [at, [title, text]] of articles.entries()) {
    flow.need(46)
    flow.line(`Article ${at + 1} – ${title}`, { font: 'serifBold', size: 12 })
    flow.paragraph(text)
  }
  flow.need(120)
  flow.gap(50)
  signatureLine(
    flow.page,
    { left: 72, y: flow.y },
    fullName(person),
    `Le ${longDate(facts.on, 'fr')}`,
    random,
    flaw !== 'unsigned',
  )
  flow.number((page, of) => `Statuts de ${company.name} · ${page} / ${of}`)
  return { bytes: pdf.bytes(), extension: 'pdf' }
}
