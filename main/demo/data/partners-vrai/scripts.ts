import type { CompanyFacts, PersonFacts } from '../../files/papers/facts.ts'
import type { PaperKind } from '../../files/papers/make-paper.ts'
import type { Random } from '../random.ts'
import { DAY, HOUR } from '../time.ts'
import { accounts } from './accounts.ts'
import { type Behaviour, UsualBehaviour } from './behaviour.ts'
import { type Agent, agents } from './staff.ts'

/** One upload: days before now, its flaw, and the days before now at which it is reviewed, if it is. */
type Upload = readonly [daysAgo: number, flaw: string | null, reviewedDaysAgo: number | null]

export interface Script {
  readonly openedDaysAgo: number
  readonly product: string
  readonly person: Partial<PersonFacts>
  readonly account?: { readonly id: string; readonly email: string }
  readonly company: Partial<CompanyFacts>
  readonly holder: Agent
  readonly reviewer: Agent
  readonly uploads: Partial<Record<PaperKind, readonly Upload[]>>
}

const [marie, karim] = agents as [Agent, Agent]

/** Dossiers that are in every demo, whatever its size: the ones that people are shown and tests lean on. */
export const scripts: readonly Script[] = [
  {
    // Sent again after a rejection: two versions to lay side by side.
    openedDaysAgo: 12,
    product: 'llc-delaware',
    account: accounts.camille,
    person: { firstName: 'Camille', lastName: 'Moreau', sex: 'F', country: 'FR' },
    company: {
      name: 'Atelier Moreau LLC',
      activity: 'the design and sale of ceramics',
      state: 'Delaware',
      street: '8 The Green, Suite 400',
      city: 'Dover, DE 19901',
    },
    holder: marie,
    reviewer: karim,
    uploads: {
      passport: [[11.3, null, 10.2]],
      proof_of_address: [[11.2, null, 10.1]],
      articles_of_organization: [
        [8.4, 'no_agent', 6.3],
        [2.2, null, null],
      ],
      operating_agreement: [[8.1, null, 6.2]],
    },
  },
  {
    // A file that broke on its way.
    openedDaysAgo: 16,
    product: 'llc-wyoming',
    person: { firstName: 'Tom', lastName: 'Becker', sex: 'M', country: 'GB' },
    company: {
      name: 'Northwind Freight LLC',
      activity: 'freight forwarding and customs services',
      state: 'Wyoming',
      street: '30 North Gould Street, Suite R',
      city: 'Sheridan, WY 82801',
    },
    holder: karim,
    reviewer: marie,
    uploads: {
      passport: [[15, null, 13.4]],
      proof_of_address: [[14.8, null, 13.3]],
      articles_of_organization: [[9.5, null, 7.3]],
      operating_agreement: [[4.6, 'corrupt', null]],
    },
  },
  {
    // The third try.
    openedDaysAgo: 24,
    product: 'sarl',
    person: { firstName: 'Inès', lastName: 'Petit', sex: 'F', country: 'FR' },
    company: { name: 'Maison Verte SARL' },
    holder: marie,
    reviewer: marie,
    uploads: {
      passport: [[23, null, 21.3]],
      proof_of_address: [
        [22.6, 'old', 20.2],
        [17.9, 'other_name', 14.2],
        [3.1, null, null],
      ],
    },
  },
]

/** People who do exactly what a script says. */
export class ScriptedBehaviour extends UsualBehaviour implements Behaviour {
  readonly #script: Script
  readonly #now: number

  constructor(script: Script, random: Random, now: number) {
    super(random)
    this.#script = script
    this.#now = now
  }

  override assignment(openedAt: number) {
    return { agent: this.#script.holder, at: openedAt + 2 * HOUR }
  }

  override askedAt(openedAt: number): number {
    return openedAt + 3 * HOUR
  }

  override uploadAt(kind: PaperKind, version: number): number | null {
    const upload = this.#upload(kind, version)
    return upload ? this.#now - upload[0] * DAY : null
  }

  override flaw(kind: PaperKind, version: number): string | null {
    return this.#upload(kind, version)?.[1] ?? null
  }

  override reviewAt(kind: PaperKind, version: number): number | null {
    const daysAgo = this.#upload(kind, version)?.[2]
    return daysAgo == null ? null : this.#now - daysAgo * DAY
  }

  override reviewer(): Agent {
    return this.#script.reviewer
  }

  override interruption() {
    return null
  }

  #upload(kind: PaperKind, version: number): Upload | undefined {
    return this.#script.uploads[kind]?.[version - 1]
  }
}
