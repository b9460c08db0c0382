import { DAY, MINUTE } from '../time.ts'
import type { Person } from './person.ts'
import { happened, isKept, type Scene } from './scene.ts'
import { scripts } from './words/texts.ts'

/** An interview with all that was said. Answers its id when it was completed and is kept. */
export function addInterview(scene: Scene, person: Person, at: number, isStuck: boolean): string | null {
  const { sink, random, now } = scene
  if (!isKept(scene, 'interviews', at)) return null
  const id = random.uuid()
  const type = random.weighted({ voice: 46, chat: 38, resume_analyzer: 16 })
  const turns = Math.max(2, Math.min(24, Math.round(random.longTailed(type === 'resume_analyzer' ? 3 : 6, 2))))
  const seconds = Math.round(turns * random.between(25, 70))
  const status = isStuck
    ? 'active'
    : random.weighted(
        type === 'voice'
          ? { completed: 70, abandoned: 30 }
          : type === 'chat'
            ? { completed: 80, abandoned: 20 }
            : { completed: 92, abandoned: 8 },
      )
  const isOver = at + seconds * 1000 <= now && status === 'completed'
  sink.add('public.interview_sessions', {
    id,
    user_id: person.id,
    session_type: type,
    role_type: random.chance(0.9) ? person.role : null,
    duration_seconds: isOver ? seconds : null,
    turns_count: turns,
    status: at + seconds * 1000 > now ? 'active' : status,
    created_at: new Date(at),
    completed_at: isOver ? new Date(at + seconds * 1000) : null,
  })
  for (let number = 1; number <= turns; number++) addTurn(scene, person, { id, type, number, at, turns, seconds })
  happened(scene, person.id, 'session.started', { session_type: type }, at)
  if (isOver) happened(scene, person.id, 'session.completed', { turns }, at + seconds * 1000)
  return isOver ? id : null
}

function addTurn(
  { sink, random, now }: Scene,
  person: Person,
  of: { id: string; type: string; number: number; at: number; turns: number; seconds: number },
): void {
  const { questions, answers } = scripts[person.language]
  const isPerson = of.number % 2 === 0
  const isSpoken = isPerson && of.type === 'voice'
  const message = random.pick(isPerson ? answers : questions)
  const at = new Date(Math.min(now, of.at + ((of.number - 1) / of.turns) * of.seconds * 1000))
  const audio = `recordings/${of.id}/${of.number}.webm`
  sink.add('public.interview_turns', {
    id: random.uuid(),
    session_id: of.id,
    speaker: isPerson ? 'user' : 'ai',
    message,
    turn_number: of.number,
    audio_url: isSpoken ? audio : null,
    processing_time_ms: isPerson ? null : Math.round(random.longTailed(900, 3)),
    created_at: at,
  })
  if (!isSpoken || !random.chance(0.9)) return
  sink.add('public.interview_transcripts', {
    id: random.uuid(),
    user_id: person.id,
    audio_file_url: audio,
    transcript_text: message,
    confidence_score: Math.round(100 - Math.min(60, random.longTailed(6, 4))) / 100,
    processing_time_ms: Math.round(random.longTailed(1_800, 2)),
    created_at: at,
  })
}

/** Lines for a resume that somebody had made from answers. */
export function addBullets({ sink, random, now }: Scene, person: Person, at: number): void {
  const script = scripts[person.language]
  const from = random.int(0, script.bullets.length - 3)
  sink.add('public.resume_bullets', {
    id: random.uuid(),
    user_id: person.id,
    question: random.pick(script.questions),
    transcript: random.pick(script.answers),
    // A list is for an array of the database; this column is jsonb.
    bullets: JSON.stringify(script.bullets.slice(from, from + random.int(2, 3))),
    role: random.chance(0.8) ? person.role : null,
    experience: random.chance(0.6) ? random.pick(script.experience) : null,
    created_at: new Date(Math.min(now, at + random.between(5, 60) * MINUTE + (random.chance(0.2) ? DAY : 0))),
  })
}
