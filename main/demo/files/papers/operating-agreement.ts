import { Flow } from '../pdf/flow.ts'
import { Pdf } from '../pdf/pdf.ts'
import { type Facts, fullName, longDate, type Paper, wholeAmount } from './facts.ts'
import { signatureLine } from './signature.ts'

/** Flaws: `shares`, `unsigned`, `old_name`. */
export function operatingAgreement(facts: Facts): Paper {
  const { company, person, flaw, random } = facts
  const name = flaw === 'old_name' ? `${company.name.split(' ')[0]} Ventures LLC` : company.name
  const alone = company.share === 100
  const pdf = new Pdf({ title: `Operating agreement of ${name}`, producer: 'LibreOffice 24.8', made: facts.on })
  const flow = new Flow(pdf)
  flow.gap(30)
  flow.line('OPERATING AGREEMENT', { font: 'serifBold', size: 20, align: 'centre' })
  flow.line(`of ${name}`, { font: 'serifBold', size: 13, align: 'centre' })
  flow.line(alone ? 'A single-member limited liability company' : 'A multi-member limited liability company', {
    align: 'centre',
  })
  flow.gap(20)
  flow.paragraph(
    `This agreement is made on ${longDate(facts.on, 'en')} by ${fullName(person)}, of ${person.street}, ${person.city}${alone ? ' (the “Member”)' : `, and ${company.partner} (together the “Members”)`}, to govern the affairs of ${name} (the “Company”).`,
  )
  for (const [at, [title, ...texts]] of sections(facts, name).entries()) {
    flow.need(60)
    flow.gap(4)
    flow.line(`${at + 1}. ${title}`, { font: 'serifBold', size: 12 })
    for (const [part, text] of texts.entries()) flow.paragraph(`${at + 1}.${part + 1}  ${text}`, { indent: 14 })
  }
  flow.need(130)
  flow.paragraph('Signed by every member, each of whom has received a copy.')
  flow.gap(50)
  const day = longDate(facts.on, 'en')
  const signed = flaw !== 'unsigned'
  signatureLine(flow.page, { left: 72, y: flow.y }, fullName(person), day, random, signed)
  if (!alone) signatureLine(flow.page, { left: 320, y: flow.y }, company.partner, day, random, signed)
  flow.number((page, of) => `Operating agreement · ${page} / ${of}`)
  return { bytes: pdf.bytes(), extension: 'pdf' }
}

function sections(facts: Facts, name: string): [string, ...string[]][] {
  const { company, person, flaw } = facts
  const share = flaw === 'shares' ? company.share + 15 : company.share
  const rest = 100 - company.share
  const interests =
    company.share === 100 && flaw !== 'shares'
      ? `${fullName(person)} holds 100 per cent of the interests.`
      : `The interests are held as follows: ${fullName(person)} ${share} per cent, ${company.partner} ${rest || 20} per cent.`
  return [
    [
      'Formation',
      `The Company was formed by filing articles of organization in ${company.state || 'Delaware'}. Its name is ${name}.`,
      `The principal office is at ${company.street}, ${company.city}. The members may move it by a written decision.`,
      `The Company carries on ${company.activity} and whatever is incidental to it.`,
    ],
    [
      'Members and contributions',
      interests,
      `The members contribute USD ${wholeAmount(company.capital, 'en')} in cash in proportion to their interests. No member is bound to contribute more.`,
      'No interest is paid on contributions, and no member may withdraw a contribution except as this agreement allows.',
    ],
    [
      'Management',
      'The Company is managed by its members. Decisions in the ordinary course of business are taken by a majority of the interests.',
      'A unanimous decision is needed to sell substantially all assets, to admit a member, to borrow more than USD 25,000, or to dissolve the Company.',
      'Meetings may be held by any means by which all can hear each other. A decision signed by all members needs no meeting.',
    ],
    [
      'Profits, losses and distributions',
      'Profits and losses are allocated in proportion to the interests, subject to the regulations on substantial economic effect.',
      'Distributions are made when the members decide, after keeping what is needed for debts, taxes and working capital.',
      'The Company distributes at least what the members owe in income tax on profits allocated to them.',
    ],
    [
      'Books and accounts',
      'The Company keeps complete books at its principal office. Each member may inspect and copy them on reasonable notice.',
      'The fiscal year is the calendar year. The Company keeps its money in accounts in its own name only.',
    ],
    [
      'Transfers and withdrawal',
      'A member may not transfer an interest without the written consent of all other members, who have a right of first refusal for thirty days.',
      'On the death or incapacity of a member the others may buy the interest at its fair value, as an independent appraiser finds it.',
    ],
    [
      'General',
      'This agreement is governed by the law of the state of formation. It is the entire agreement of the members and may be changed only in writing.',
      'If a provision is void the others stand.',
    ],
  ]
}
