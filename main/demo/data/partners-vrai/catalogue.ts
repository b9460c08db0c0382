import type { DossierType } from '#shared/systems/partners-vrai/rows/enums.ts'
import type { PaperKind } from '../../files/papers/make-paper.ts'
import { fixedId } from '../ids.ts'

export type DossierStatus =
  | 'NEW'
  | 'AWAITING_DOCUMENTS'
  | 'UNDER_REVIEW'
  | 'CORRECTIONS_REQUESTED'
  | 'IN_PREPARATION'
  | 'READY_TO_FILE'
  | 'FILED'
  | 'AUTHORITY_QUERY'
  | 'REGISTERED'
  | 'DELIVERED'
  | 'COMPLETED'
  | 'ON_HOLD'
  | 'CANCELLED'

export const stepKinds = {
  identity: ['Identity check', 'Who the client is.'],
  company: ['Company documents', 'What the authority will be sent.'],
  preparation: ['Preparation', 'The file is put together.'],
  filing: ['Filing', 'The file is sent to the authority.'],
  registration: ['Registration', 'The authority has registered it.'],
  delivery: ['Delivery', 'The client gets everything.'],
} as const
type StepCode = keyof typeof stepKinds

export interface ProductStep {
  readonly id: string
  readonly stepId: string
  readonly label: string
  readonly position: number
  readonly status: DossierStatus
  readonly documents: readonly { readonly kind: PaperKind; readonly required: boolean }[]
}

export interface Product {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string
  readonly type: DossierType
  /** With two decimals. */
  readonly price: string
  readonly currency: string
  readonly isActive: boolean
  /** How many of a hundred orders are for it. */
  readonly weight: number
  readonly companies: 'us' | 'fr' | 'any'
  readonly steps: readonly ProductStep[]
}

const enters: Readonly<Record<StepCode, DossierStatus>> = {
  identity: 'AWAITING_DOCUMENTS',
  company: 'AWAITING_DOCUMENTS',
  preparation: 'IN_PREPARATION',
  filing: 'READY_TO_FILE',
  registration: 'REGISTERED',
  delivery: 'DELIVERED',
}

type Asked = Partial<Record<StepCode, readonly (PaperKind | `${PaperKind}?`)[]>>

function product(of: Omit<Product, 'id' | 'steps' | 'isActive'> & { asked: Asked; isActive?: boolean }): Product {
  const { asked, ...rest } = of
  const codes = (Object.keys(stepKinds) as StepCode[]).filter((code) => code !== 'identity' || asked.identity)
  const steps = codes.map((code, at) => ({
    id: fixedId('product_steps', `${of.code}/${code}`),
    stepId: fixedId('steps', code),
    label: stepKinds[code][0],
    position: at + 1,
    status: enters[code],
    documents: (asked[code] ?? []).map((kind) => ({
      kind: kind.replace('?', '') as PaperKind,
      required: !kind.endsWith('?'),
    })),
  }))
  return { isActive: true, ...rest, id: fixedId('products', of.code), steps }
}

const identity = ['passport', 'proof_of_address'] as const
const articles = ['articles_of_organization', 'operating_agreement'] as const
const french = ['statuts', 'bank_letter', 'lease_agreement'] as const

export const products: readonly Product[] = [
  product({
    code: 'llc-delaware',
    name: 'LLC formation, Delaware',
    description: 'A limited liability company in Delaware, with registered agent for a year.',
    type: 'LLC_FORMATION',
    price: '1490.00',
    currency: 'EUR',
    weight: 24,
    companies: 'us',
    asked: { identity, company: [...articles, 'lease_agreement?'] },
  }),
  product({
    code: 'llc-wyoming',
    name: 'LLC formation, Wyoming',
    description: 'A limited liability company in Wyoming, with registered agent for a year.',
    type: 'LLC_FORMATION',
    price: '1290.00',
    currency: 'EUR',
    weight: 14,
    companies: 'us',
    asked: { identity, company: articles },
  }),
  product({
    code: 'sarl',
    name: 'SARL creation',
    description: 'A French limited company, from the statuts to the Kbis.',
    type: 'COMPANY_SETUP',
    price: '990.00',
    currency: 'EUR',
    weight: 13,
    companies: 'fr',
    asked: { identity, company: french },
  }),
  product({
    code: 'sas',
    name: 'SAS creation',
    description: 'A French simplified joint-stock company, from the statuts to the Kbis.',
    type: 'COMPANY_SETUP',
    price: '1190.00',
    currency: 'EUR',
    weight: 12,
    companies: 'fr',
    asked: { identity, company: french },
  }),
  product({
    code: 'ein',
    name: 'EIN application',
    description: 'An employer identification number for an existing company.',
    type: 'TAX_REGISTRATION',
    price: '290.00',
    currency: 'EUR',
    weight: 11,
    companies: 'us',
    asked: { identity: ['passport'], company: ['articles_of_organization'] },
  }),
  product({
    code: 'vat-fr',
    name: 'VAT registration, France',
    description: 'An intra-community VAT number.',
    type: 'TAX_REGISTRATION',
    price: '390.00',
    currency: 'EUR',
    weight: 5,
    companies: 'fr',
    asked: { identity: ['passport'], company: ['statuts', 'bank_letter'] },
  }),
  product({
    code: 'trademark-eu',
    name: 'Trademark registration, EU',
    description: 'One class, with search and filing.',
    type: 'TRADEMARK',
    price: '1350.00',
    currency: 'EUR',
    weight: 6,
    companies: 'any',
    asked: { identity: ['passport'], company: ['trademark_specimen'] },
  }),
  product({
    code: 'annual-us',
    name: 'Annual compliance, US',
    description: 'Annual report, franchise tax and agent for a year.',
    type: 'COMPLIANCE',
    price: '490.00',
    currency: 'USD',
    weight: 9,
    companies: 'us',
    asked: { company: ['compliance_questionnaire', 'ein_confirmation'] },
  }),
  product({
    code: 'bank-us',
    name: 'Business bank account, US',
    description: 'An account with one of our partner banks.',
    type: 'BANKING',
    price: '350.00',
    currency: 'USD',
    weight: 6,
    companies: 'us',
    asked: { identity, company: ['articles_of_organization', 'ein_confirmation', 'bank_letter?'] },
  }),
  product({
    code: 'llc-nevada',
    name: 'LLC formation, Nevada',
    description: 'No longer sold.',
    type: 'LLC_FORMATION',
    price: '1590.00',
    currency: 'EUR',
    weight: 0,
    companies: 'us',
    isActive: false,
    asked: { identity, company: articles },
  }),
]
