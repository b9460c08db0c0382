import { derivedId } from '../ids.ts'
import { DAY, HOUR } from '../time.ts'
import { addBullets, addInterview } from './interview.ts'
import { addPerson, type Person } from './person.ts'
import { addResume } from './resume.ts'
import { decided, isKept, type Scene } from './scene.ts'
import { deciders } from './staff.ts'
import { addSubscription, limits, type Plan, pickPlan } from './subscription.ts'

/** A person, from joining to now: a search for a job that takes some months, and what they did in each. */
export function tell(scene: Scene, person: Person): void {
  const { random, now, isWaiting } = scene
  const plan = isWaiting ? 'pro' : pickPlan(scene)
  const stays = isWaiting ? 400 * DAY : random.longTailed(plan === 'starter' ? 110 : 170, 4) * DAY
  const endsAt = person.joinedAt + stays
  const lastSeen = Math.min(now, endsAt)
  addPerson(scene, person, lastSeen)
  if (isWaiting || !random.chance(0.06)) addSubscription(scene, person, plan, endsAt)
  const first = new Date(person.joinedAt)
  for (let month = 0; ; month++) {
    const from = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1)
    if (from > lastSeen) break
    const to = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month + 1, 1)
    const isLast = to > lastSeen
    if (month > 0 && !isLast && !random.chance(0.7)) continue
    tellMonth(scene, person, plan, Math.max(from, person.joinedAt), Math.min(to, lastSeen), isLast)
  }
}

function tellMonth(scene: Scene, person: Person, plan: Plan, from: number, to: number, isLast: boolean): void {
  const { random, now, isWaiting } = scene
  const limit = limits[plan].interviews
  const wanted = Math.round(random.longTailed(plan === 'starter' ? 0.9 : 2.2, 3))
  const isOver = (isWaiting && isLast) || random.chance(0.015)
  const interviews = limit === -1 ? wanted : isOver ? limit + random.int(1, 2) : Math.min(limit, wanted)
  const times = Array.from({ length: interviews }, () => from + random.unit() * (to - from)).sort((a, b) => a - b)
  for (const [number, at] of times.entries()) {
    const isStuck = (isWaiting && isLast && number === 0) || random.chance(0.006)
    const session = addInterview(scene, person, at, isStuck)
    if (session === null) continue
    if (random.chance(0.7)) addBullets(scene, person, at)
    if (random.chance(0.4)) addResume(scene, person, session, at + random.between(0.5, 3) * HOUR, false)
  }
  if (isWaiting && isLast) {
    addResume(scene, person, null, to - random.between(1, 9) * HOUR, true)
    addResume(scene, person, null, now - 1_000, false)
  }
  const allowed = limits[plan].letters
  const letters = allowed === 0 ? 0 : Math.min(allowed === -1 ? 9 : allowed, Math.round(random.longTailed(0.7, 4)))
  if (interviews + letters > 0) addUsage(scene, person, from, to, { interviews, letters })
}

/** The counter of a month, sometimes put right by the staff. */
function addUsage(
  scene: Scene,
  person: Person,
  from: number,
  to: number,
  { interviews, letters }: { interviews: number; letters: number },
): void {
  const { sink, random } = scene
  const month = new Date(from).toISOString().slice(0, 7)
  // A month stays as long as its last day is to be kept.
  if (!isKept(scene, 'usage', to)) return
  const id = derivedId(person.id, `usage ${month}`)
  sink.add('public.usage_tracking', {
    id,
    user_id: person.id,
    month,
    interviews_used: interviews,
    cover_letters_used: letters,
    created_at: new Date(from),
    updated_at: new Date(to),
  })
  if (!random.chance(0.04)) return
  decided(scene, {
    type: 'usage.corrected',
    by: random.weighted(deciders),
    about: person.id,
    entity: ['usage_tracking', id],
    details: {
      month,
      from: { interviews_used: interviews + 1, cover_letters_used: letters },
      to: { interviews_used: interviews, cover_letters_used: letters },
      reason: random.pick([
        'The call broke off before the first question.',
        'Counted twice.',
        'Interruption du service.',
      ]),
    },
    at: to,
  })
}
