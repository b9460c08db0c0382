import type { PaperKind } from '../../files/papers/make-paper.ts'
import type { Random } from '../random.ts'
import { atWork, DAY, HOUR } from '../time.ts'
import { documentKinds } from './document-kinds.ts'
import { type Agent, agents } from './staff.ts'

/** What people do, and when. Times are absolute, in milliseconds; null: never. */
export interface Behaviour {
  /** Who takes the dossier, and when. */
  assignment(openedAt: number): { readonly agent: Agent; readonly at: number } | null
  askedAt(openedAt: number): number
  uploadAt(kind: PaperKind, version: number, from: number): number | null
  flaw(kind: PaperKind, version: number): string | null
  reviewAt(kind: PaperKind, version: number, from: number): number | null
  reviewer(holder: Agent | null): Agent
  /** A dossier that is put on hold or cancelled. */
  interruption(openedAt: number): { readonly status: 'ON_HOLD' | 'CANCELLED'; readonly at: number } | null
  /** Days of office work until the next status. */
  officeAt(from: number, days: number): number
  messages(): number
}

const chanceOfFlaw = [0.27, 0.26, 0.24]
const weights = Object.fromEntries(agents.filter(({ weight }) => weight > 0).map(({ id, weight }) => [id, weight]))

/** People as they are: mostly quick, some slow, a few never. */
export class UsualBehaviour implements Behaviour {
  readonly #random: Random
  readonly #isQuick: boolean

  constructor(random: Random) {
    this.#random = random
    this.#isQuick = random.chance(0.7)
  }

  assignment(openedAt: number) {
    if (this.#random.chance(0.07)) return null
    const id = this.#random.weighted(weights)
    const agent = agents.find((candidate) => candidate.id === id) as Agent
    return { agent, at: atWork(openedAt + this.#random.longTailed(2, 5) * HOUR, this.#random) }
  }

  askedAt(openedAt: number): number {
    return atWork(openedAt + this.#random.longTailed(5, 4) * HOUR, this.#random)
  }

  uploadAt(_kind: PaperKind, version: number, from: number): number | null {
    if (this.#random.chance(version === 1 ? 0.05 : 0.08)) return null
    return from + this.#random.longTailed(this.#isQuick ? 0.6 : 2.6, 5) * DAY
  }

  flaw(kind: PaperKind, version: number): string | null {
    if (!this.#random.chance(chanceOfFlaw[version - 1] ?? 0)) return null
    const flaws = documentKinds.find(({ code }) => code === kind)?.flaws ?? []
    return flaws.length > 0 ? this.#random.pick(flaws).name : null
  }

  reviewAt(_kind: PaperKind, _version: number, from: number): number | null {
    return atWork(from + this.#random.longTailed(5.8, 3.2) * DAY, this.#random)
  }

  reviewer(holder: Agent | null): Agent {
    if (holder && this.#random.chance(0.8)) return holder
    const id = this.#random.weighted(weights)
    return agents.find((candidate) => candidate.id === id) as Agent
  }

  interruption(openedAt: number) {
    if (!this.#random.chance(0.2)) return null
    const status = this.#random.pick(['ON_HOLD', 'CANCELLED'] as const)
    return { status, at: atWork(openedAt + this.#random.longTailed(9, 3) * DAY, this.#random) }
  }

  officeAt(from: number, days: number): number {
    return atWork(from + this.#random.longTailed(days, 2.5) * DAY, this.#random)
  }

  messages(): number {
    return Math.min(14, Math.floor(this.#random.longTailed(2.2, 3)))
  }
}
