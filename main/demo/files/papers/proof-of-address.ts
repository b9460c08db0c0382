import { Flow } from '../pdf/flow.ts'
import { ink } from '../pdf/page.ts'
import { Pdf } from '../pdf/pdf.ts'
import { addDays, type Facts, fullName, longDate, type Paper } from './facts.ts'
import { letterhead } from './letterhead.ts'

const words = {
  en: {
    bill: 'Electricity bill',
    customer: 'Customer',
    supply: 'Supply address',
    number: 'Customer number',
    issued: 'Issued on',
    period: 'Period',
    due: 'Payment due',
    lines: ['Energy used', 'Network charge', 'Standing charge', 'Taxes and levies'],
    total: 'Total to pay',
    thanks: 'The amount is collected by direct debit on the due date. Thank you for your trust.',
  },
  fr: {
    bill: 'Facture d’électricité',
    customer: 'Titulaire du contrat',
    supply: 'Lieu de consommation',
    number: 'N° client',
    issued: 'Émise le',
    period: 'Période',
    due: 'Date limite de paiement',
    lines: ['Consommation', 'Acheminement', 'Abonnement', 'Taxes et contributions'],
    total: 'Total à payer',
    thanks: 'Le montant sera prélevé à la date indiquée. Merci de votre confiance.',
  },
}

/** Flaws: `old`, `other_name`, `no_address`. */
export function proofOfAddress(facts: Facts): Paper {
  const { person, flaw, random, language } = facts
  const say = words[language]
  const issued = addDays(facts.on, flaw === 'old' ? -random.int(210, 420) : -random.int(3, 45))
  const pdf = new Pdf({ title: say.bill, producer: 'Billing Suite 7', made: issued })
  const flow = new Flow(pdf, 'sans')
  const french = language === 'fr'
  letterhead(
    flow.page,
    french ? 'Énergie du Rivage' : 'Lightwater Energy',
    french
      ? ['Énergie du Rivage SA', '14 quai des Brumes, 44000 Nantes']
      : ['Lightwater Energy plc', '2 Mill Street, Bristol'],
    french ? ink.green : ink.navy,
  )
  flow.gap(50)
  const name =
    flaw === 'other_name' ? `${random.pick(['Robert', 'Helen', 'Denis'])} ${person.lastName}` : fullName(person)
  flow.line(name, { size: 11, align: 'right' })
  flow.line(flaw === 'no_address' ? '' : person.street, { size: 11, align: 'right' })
  flow.line(flaw === 'no_address' ? '' : person.city, { size: 11, align: 'right' })
  flow.gap(24)
  flow.line(say.bill, { font: 'sansBold', size: 18 })
  flow.gap(8)
  flow.facts([
    [say.customer, name],
    [say.supply, flaw === 'no_address' ? '' : `${person.street}, ${person.city}`],
    [say.number, `${random.int(1000, 9999)} ${random.int(1000, 9999)} ${random.int(10, 99)}`],
    [say.issued, longDate(issued, language)],
    [say.period, `${longDate(addDays(issued, -61), language)} – ${longDate(addDays(issued, -1), language)}`],
    [say.due, longDate(addDays(issued, 21), language)],
  ])
  flow.gap(10)
  amounts(flow, say, random.between(40, 160), french)
  flow.gap(20)
  flow.paragraph(say.thanks, { size: 10, colour: ink.grey })
  flow.number(() => `${say.bill} · ${longDate(issued, language)} · 1 / 1`)
  return { bytes: pdf.bytes(), extension: 'pdf' }
}

function amounts(flow: Flow, say: (typeof words)['en'], total: number, french: boolean): void {
  const money = (amount: number) => (french ? `${amount.toFixed(2).replace('.', ',')} €` : `£${amount.toFixed(2)}`)
  const parts = [0.52, 0.21, 0.15, 0.12]
  for (const [at, label] of say.lines.entries()) {
    flow.page.text(72, flow.y, label, { size: 10 })
    flow.page.text(523, flow.y, money(total * (parts[at] as number)), { size: 10, align: 'right' })
    flow.gap(18)
  }
  flow.page.box(72, flow.y - 12, 451, 22, ink.pale)
  flow.page.text(78, flow.y + 3, say.total, { font: 'sansBold', size: 11 })
  flow.page.text(517, flow.y + 3, money(total), { font: 'sansBold', size: 11, align: 'right' })
  flow.gap(26)
  // What was used, month by month.
  for (let month = 0; month < 6; month++) {
    const height = 16 + ((Math.round(total * 7) * (month + 3)) % 37)
    flow.page.box(84 + month * 44, flow.y + 60 - height, 22, height, month === 5 ? ink.green : ink.light)
  }
  flow.page.line(72, flow.y + 61, 360, flow.y + 61, ink.grey)
  flow.gap(84)
}
