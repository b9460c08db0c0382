import { Flow } from '../pdf/flow.ts'
import { ink } from '../pdf/page.ts'
import { Pdf } from '../pdf/pdf.ts'
import { type Facts, fullName, longDate, type Paper, wholeAmount } from './facts.ts'
import { signatureLine } from './signature.ts'

/** Flaws: `incomplete`, `unsigned`. */
export function complianceQuestionnaire(facts: Facts): Paper {
  const { company, person, flaw, random } = facts
  const pdf = new Pdf({ title: 'Annual compliance questionnaire', producer: 'Form Filler 3', made: facts.on })
  const flow = new Flow(pdf, 'sans')
  flow.line('Annual compliance questionnaire', { font: 'sansBold', size: 18 })
  flow.line(`${company.name} · EIN ${company.ein}`, { size: 10, colour: ink.grey })
  flow.gap(14)
  flow.facts([
    ['Person who answers', fullName(person)],
    ['Address', `${person.street}, ${person.city}`],
    ['Nature of business', company.activity],
    ['Turnover last year', `USD ${wholeAmount(random.int(20, 900) * 1000, 'en')}`],
  ])
  flow.gap(6)
  for (const [at, question] of questions.entries()) {
    flow.need(42)
    const answered = flaw !== 'incomplete' || at < 4
    flow.paragraph(`${at + 1}. ${question}`, { size: 10.5 })
    const yes = random.chance(at < 2 ? 0.9 : 0.2)
    for (const [place, label] of ['Yes', 'No'].entries()) {
      const left = 90 + place * 70
      flow.page.frame(left, flow.y - 10, 10, 10, ink.grey)
      if (answered && yes === (place === 0)) {
        flow.page.line(left + 2, flow.y - 8, left + 8, flow.y - 2, ink.blue, 1.4)
        flow.page.line(left + 8, flow.y - 8, left + 2, flow.y - 2, ink.blue, 1.4)
      }
      flow.page.text(left + 16, flow.y - 1, label, { size: 10 })
    }
    flow.gap(22)
  }
  flow.need(110)
  flow.gap(48)
  const day = longDate(facts.on, 'en')
  signatureLine(flow.page, { left: 72, y: flow.y }, fullName(person), day, random, flaw !== 'unsigned')
  flow.number((page, of) => `Page ${page} of ${of}`)
  return { bytes: pdf.bytes(), extension: 'pdf' }
}

const questions = [
  'Are the members, managers and the address on record still correct?',
  'Does the company keep its books and bank accounts separate from those of its members?',
  'Has the company opened an account outside the country of its registration?',
  'Is a member or a close relative of a member a politically exposed person?',
  'Has the company received more than 10,000 in cash in one or in related transactions?',
  'Does the company trade with countries that are subject to sanctions?',
  'Has ownership of more than 25 per cent changed hands during the year?',
  'Is the company a party to a lawsuit or under investigation by an authority?',
  'Has the company granted a loan to a member, manager or employee?',
]
