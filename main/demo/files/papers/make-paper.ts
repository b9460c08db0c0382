import { articlesOfOrganization } from './articles-of-organization.ts'
import { leaseAgreement, statuts } from './contracts.ts'
import type { Facts, Paper } from './facts.ts'
import { bankLetter, einConfirmation } from './letters.ts'
import { operatingAgreement } from './operating-agreement.ts'
import { passport } from './passport.ts'
import { proofOfAddress } from './proof-of-address.ts'
import { complianceQuestionnaire } from './questionnaire.ts'
import { trademarkSpecimen } from './trademark-specimen.ts'

const makers = {
  passport,
  proof_of_address: proofOfAddress,
  articles_of_organization: articlesOfOrganization,
  operating_agreement: operatingAgreement,
  ein_confirmation: einConfirmation,
  bank_letter: bankLetter,
  lease_agreement: leaseAgreement,
  statuts,
  trademark_specimen: trademarkSpecimen,
  compliance_questionnaire: complianceQuestionnaire,
} as const satisfies Record<string, (facts: Facts) => Paper>

export type PaperKind = keyof typeof makers

/** A file as a client would upload it. The flaw `corrupt` breaks a PDF off in the middle, as a failed upload does. */
export function makePaper(kind: PaperKind, facts: Facts): Paper {
  const paper = makers[kind](facts)
  if (facts.flaw !== 'corrupt') return paper
  const bytes = paper.bytes.slice(0, Math.floor(paper.bytes.length * 0.4))
  bytes.fill(0, Math.floor(bytes.length * 0.2))
  return { ...paper, bytes }
}
