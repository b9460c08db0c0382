import { Flow } from '../pdf/flow.ts'
import { ink } from '../pdf/page.ts'
import { Pdf } from '../pdf/pdf.ts'
import { type Facts, fullName, longDate, type Paper } from './facts.ts'
import { signatureLine } from './signature.ts'

/** Flaws: `no_agent`, `unsigned`, `wrong_name`. */
export function articlesOfOrganization(facts: Facts): Paper {
  const { company, person, flaw, random } = facts
  const name = flaw === 'wrong_name' ? company.name.replace(/ (LLC|Inc)$/, ' Holdings $1') : company.name
  const state = company.state || 'Delaware'
  const pdf = new Pdf({ title: `Articles of organization of ${name}`, producer: 'Microsoft Word', made: facts.on })
  const flow = new Flow(pdf)
  flow.line(`STATE OF ${state.toUpperCase()}`, { font: 'serifBold', size: 12, align: 'centre' })
  flow.line('SECRETARY OF STATE · DIVISION OF CORPORATIONS', { size: 9, align: 'centre', colour: ink.grey })
  flow.gap(22)
  flow.line('ARTICLES OF ORGANIZATION', { font: 'serifBold', size: 20, align: 'centre' })
  flow.line(`of ${name}`, { font: 'serifBold', size: 13, align: 'centre' })
  flow.gap(4)
  flow.line('a limited liability company', { size: 11, align: 'centre' })
  flow.gap(10)
  flow.rule()
  const article = (number: string, title: string, text: string) => {
    flow.need(52)
    flow.line(`Article ${number}. ${title}`, { font: 'serifBold', size: 12 })
    flow.paragraph(text)
    flow.gap(4)
  }
  article('I', 'Name', `The name of the limited liability company is ${name}.`)
  article('II', 'Registered agent', agentOf(facts, state))
  article('III', 'Purpose', purpose(company.activity))
  article('IV', 'Principal office', `The principal office of the company is at ${company.street}, ${company.city}.`)
  article('V', 'Members and managers', management(facts))
  article('VI', 'Duration', 'The period of duration of the company is perpetual, unless it is dissolved under the Act.')
  article('VII', 'Liability of members', liability)
  article('VIII', 'Indemnification', indemnification)
  article('IX', 'Amendment', amendment)
  article(
    'X',
    'Effective date',
    `These articles take effect on the day of filing, not before ${longDate(facts.on, 'en')}.`,
  )
  if (random.chance(0.5)) article('XI', 'Tax treatment', taxTreatment)
  flow.need(120)
  flow.paragraph(
    'In witness whereof, the undersigned has executed these articles of organization and declares under penalty of perjury that what they state is true.',
  )
  flow.gap(46)
  signatureLine(
    flow.page,
    { left: 72, y: flow.y },
    `${fullName(person)}, organizer`,
    longDate(facts.on, 'en'),
    random,
    flaw !== 'unsigned',
  )
  flow.number((page, of) => `${name} · Articles of organization · page ${page} of ${of}`)
  return { bytes: pdf.bytes(), extension: 'pdf' }
}

function agentOf({ flaw, random }: Facts, state: string): string {
  if (flaw === 'no_agent') return 'The registered agent of the company is: ______________________________.'
  const agent = random.pick(['Harbor Registered Agents', 'First State Filings', 'Northway Corporate Services'])
  const street = random.pick(['8 The Green', '1209 North Orange Street', '30 North Gould Street'])
  const city = state === 'Wyoming' ? 'Sheridan, Wyoming 82801' : 'Dover, Delaware 19901'
  return `The registered agent of the company is ${agent}, ${street}, ${city}, who has consented to act as such and to accept service of process.`
}

function purpose(activity: string): string {
  return `The company is formed for ${activity}, and for any other lawful business, purpose or activity for which a limited liability company may be formed under the laws of this state.`
}

function management({ company, person }: Facts): string {
  const name = fullName(person)
  if (company.share === 100)
    return `The company is managed by its sole member, ${name}, who holds all of its interests.`
  return `The company is managed by its members: ${name}, holding ${company.share} per cent of the interests, and ${company.partner}, holding ${100 - company.share} per cent. A member may bind the company alone in the ordinary course of its business.`
}

const liability =
  'No member or manager is personally liable for a debt, obligation or liability of the company solely by reason of being a member or acting as a manager, to the fullest extent that the law permits.'
const indemnification =
  'The company indemnifies each member, manager and officer against reasonable expenses, judgments and settlements arising from service to the company, except for acts of bad faith, intentional misconduct or a knowing violation of law. Expenses may be advanced on a written undertaking to repay them.'
const amendment =
  'These articles may be amended by the affirmative vote of members holding more than one half of the interests, and by filing a certificate of amendment. Notice of a proposed amendment is given to every member in writing at least ten days before the vote.'
const taxTreatment =
  'The company is to be classified for federal income tax purposes as its members elect. Until an election is made the default classification applies. Nothing in these articles restricts the right of the members to make, change or revoke an election.'
