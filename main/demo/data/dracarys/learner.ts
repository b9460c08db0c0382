import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import { tellLearning } from './learning.ts'
import { addPerson, type Person } from './person.ts'
import { note, type Scene } from './scene.ts'
import { addSubscription } from './subscription.ts'
import { agents } from './words/talk.ts'

/** A learner, from joining to now: lessons, the community, sessions, and what they pay for. */
export function tellLearner(scene: Scene, person: Person): void {
  const { random, board, program, now } = scene
  const { xp, lastAt } = tellLearning(scene, person)
  const corrected = xp > 500 && random.chance(0.012) ? addCorrection(scene, person, xp, lastAt) : xp
  addPerson(scene, person, corrected, lastAt)
  addSignIns(scene, person, lastAt)
  addSubscription(scene, person)
  if (random.chance(0.3)) board.write(person, Math.min(now, lastAt - random.unit() * (lastAt - person.joinedAt) * 0.5))
  for (let number = Math.floor(random.longTailed(1.1, 4)); number > 0; number--) board.comment(person)
  for (let number = Math.floor(random.longTailed(2, 4)); number > 0; number--) board.vote(person)
  if (random.chance(0.5)) program.register(person)
}

/** Staff put right what a broken lesson had cost somebody. */
function addCorrection({ sink, random, now }: Scene, person: Person, xp: number, at: number): number {
  const right = xp + random.int(1, 4) * 50
  note(sink, {
    id: random.uuid(),
    by: accounts.nadia.id,
    type: 'xp.corrected',
    entity: ['user_profiles', person.id],
    metadata: { from: xp, to: right, reason: 'A quiz did not count the right answer.' },
    at: Math.min(now, at + random.between(0.5, 5) * DAY),
  })
  return right
}

function addSignIns({ sink, random }: Scene, person: Person, lastAt: number): void {
  const agent = random.pick(agents)
  const address = `198.51.100.${random.int(1, 254)}`
  for (let number = Math.min(12, Math.ceil(random.longTailed(2.5, 3))); number > 0; number--) {
    sink.add('public.user_activity_log', {
      id: random.uuid(),
      user_id: person.id,
      activity_type: 'login',
      session_id: random.uuid(),
      ip_address: address,
      user_agent: agent,
      created_at: new Date(person.joinedAt + random.unit() * (lastAt - person.joinedAt)),
    })
  }
}
