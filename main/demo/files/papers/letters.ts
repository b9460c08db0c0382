import { Flow } from '../pdf/flow.ts'
import { ink } from '../pdf/page.ts'
import { Pdf } from '../pdf/pdf.ts'
import { addDays, type Facts, fullName, longDate, type Paper, wholeAmount } from './facts.ts'
import { letterhead } from './letterhead.ts'
import { signatureLine } from './signature.ts'

/** Flaws: `unsigned`, `old`, `no_amount`. */
export function bankLetter(facts: Facts): Paper {
  const { company, person, flaw, random, language } = facts
  const french = language === 'fr'
  const day = addDays(facts.on, flaw === 'old' ? -random.int(120, 300) : -random.int(1, 12))
  const title = french ? 'Attestation de dépôt de capital' : 'Confirmation of deposit'
  const pdf = new Pdf({ title, producer: 'Document Composer 11', made: day })
  const flow = new Flow(pdf, 'sans')
  letterhead(
    flow.page,
    french ? 'Banque des Quatre Ponts' : 'Meridian Commercial Bank',
    french ? ['Agence Entreprises', '3 place du Marché, 69002 Lyon'] : ['Business Banking', '140 Front Street, Boston'],
    french ? ink.red : ink.navy,
  )
  flow.gap(54)
  flow.line(french ? `Lyon, le ${longDate(day, 'fr')}` : longDate(day, 'en'), { size: 10.5, align: 'right' })
  flow.gap(20)
  flow.line(title, { font: 'sansBold', size: 15 })
  flow.line(`Ref. ${random.int(100_000, 999_999)}-${random.int(10, 99)}`, { size: 9, colour: ink.grey })
  flow.gap(14)
  const amount = flaw === 'no_amount' ? '………………' : `${french ? 'EUR' : 'USD'} ${wholeAmount(company.capital, language)}`
  const texts = french
    ? [
        `Nous soussignés, Banque des Quatre Ponts, certifions avoir reçu en dépôt la somme de ${amount}, représentant la totalité des apports en numéraire des associés de la société en formation ${company.name}, ayant son siège social ${company.street}, ${company.city}.`,
        `Les fonds ont été versés par ${fullName(person)} et sont inscrits à un compte bloqué ouvert au nom de la société. Ils ne pourront être retirés que sur présentation d’un extrait d’immatriculation.`,
        'La présente attestation est délivrée pour servir et valoir ce que de droit.',
      ]
    : [
        `We confirm that ${fullName(person)} has deposited ${amount} with us for the benefit of ${company.name}, whose principal office is at ${company.street}, ${company.city}.`,
        'The funds are held in an account in the name of the company and are free of any charge in our favour. They are available to the company once its registration is shown to us.',
        'This letter is issued at the request of our customer, without engagement on our part.',
      ]
  for (const text of texts) flow.paragraph(text, { size: 11 })
  flow.gap(70)
  signatureLine(
    flow.page,
    { left: 320, y: flow.y },
    random.pick(['H. Castellan', 'P. Winter', 'A. Dufresne']),
    longDate(day, language),
    random,
    flaw !== 'unsigned',
  )
  return { bytes: pdf.bytes(), extension: 'pdf' }
}

/** Flaws: `other_name`, `no_number`. */
export function einConfirmation(facts: Facts): Paper {
  const { company, person, flaw, random } = facts
  const day = addDays(facts.on, -random.int(4, 60))
  const name = flaw === 'other_name' ? `${company.name.split(' ')[0]} Trading Company` : company.name
  const number = flaw === 'no_number' ? '' : company.ein
  const pdf = new Pdf({ title: 'Notice CP 575 A', producer: 'Print Services', made: day })
  const flow = new Flow(pdf, 'mono')
  flow.line('DEPARTMENT OF THE TREASURY', { font: 'sansBold', size: 11 })
  flow.line('INTERNAL REVENUE SERVICE', { font: 'sansBold', size: 11 })
  flow.line('CINCINNATI OH 45999-0023', { font: 'sans', size: 10 })
  flow.gap(16)
  flow.line(`Date of this notice: ${longDate(day, 'en')}`, { size: 9.5, align: 'right' })
  flow.line('Notice number: CP 575 A', { size: 9.5, align: 'right' })
  flow.gap(14)
  for (const line of [name, `${fullName(person)} SOLE MBR`, company.street, company.city]) {
    flow.line(line.toUpperCase(), { size: 10 })
  }
  flow.gap(24)
  flow.line('WE ASSIGNED YOU AN EMPLOYER IDENTIFICATION NUMBER', { font: 'sansBold', size: 11 })
  flow.gap(10)
  flow.paragraph(
    `Thank you for applying for an Employer Identification Number (EIN). We assigned you EIN ${number || '__-_______'}. This EIN will identify your business account, tax returns and documents, even if you have no employees. Please keep this notice in your permanent records.`,
    { size: 9.5 },
  )
  flow.paragraph(
    'When filing tax documents, payments and related correspondence, it is very important that you use your EIN and complete name and address exactly as shown above. Any variation may cause a delay in processing.',
    { size: 9.5 },
  )
  flow.gap(8)
  flow.facts([
    ['Employer identification number', number],
    ['Legal name', name],
    ['Form required', 'Form 1065'],
    ['Due date', `15 March ${day.getUTCFullYear() + 1}`],
  ])
  return { bytes: pdf.bytes(), extension: 'pdf' }
}
