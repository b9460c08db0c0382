import type { Random } from './random.ts'
import { type Origin, origins } from './words/names.ts'

const totalWeight = origins.reduce((sum, { weight }) => sum + weight, 0)

/** Where somebody comes from, each place as likely as its weight; or the one `country`. */
export function pickOrigin(random: Random, country?: string): Origin {
  let left = random.unit() * totalWeight
  for (const origin of origins) {
    left -= origin.weight
    if (country ? origin.country === country : left < 0) return origin
  }
  return origins[0] as Origin
}
