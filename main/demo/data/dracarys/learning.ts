import { derivedId } from '../ids.ts'
import { DAY, HOUR, MINUTE } from '../time.ts'
import { achievements, course, type Lesson } from './course.ts'
import type { Person } from './person.ts'
import { note, type Scene } from './scene.ts'

const MONDAY = 4 * DAY
const dayOf = (at: number): number => Math.floor(at / DAY)
const weekOf = (at: number): number => Math.floor((at - MONDAY) / (7 * DAY)) * 7 * DAY + MONDAY
const date = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Days in a row, counted as the database counts them. */
interface Streak {
  now: number
  longest: number
  day: number
  resetAt: number
}

interface Week {
  xp: number
  lessons: number
  streak: number
  at: number
}

/** Lessons from the first day on: on some days none, on others two or three. Answers the XP, and the last moment. */
export function tellLearning(scene: Scene, person: Person): { xp: number; lastAt: number } {
  const { random, now } = scene
  const end = Math.min(now, person.leavesAt)
  const weeks = new Map<number, Week>()
  const held = new Set<string>()
  let streak: Streak | null = null
  let firstAt = 0
  let at = person.joinedAt + random.between(0.02, 0.6) * DAY
  let xp = 0
  let lastAt = person.joinedAt
  let done = 0
  while (done < course.length && at < end) {
    const lesson = course[done] as Lesson
    const { score } = addCompleted(scene, person, lesson, at)
    done++
    lastAt = at
    firstAt ||= at
    xp += lesson.xp
    streak = extended(streak, at)
    const week = weeks.get(weekOf(at)) ?? { xp: 0, lessons: 0, streak: 0, at }
    weeks.set(weekOf(at), { xp: week.xp + lesson.xp, lessons: week.lessons + 1, streak: streak.now, at })
    xp += addAchievements(scene, person, { lessons: done, streak: streak.now, score }, held, at)
    at += random.chance(0.25) ? random.between(0.4, 2) * HOUR : random.longTailed(1.1, 5) * DAY
  }
  const next = course[done]
  if (next && random.chance(0.55)) addBegun(scene, person, next, Math.min(now, lastAt + random.between(1, 40) * HOUR))
  for (const [start, week] of weeks) addWeek(scene, person, start, week)
  if (streak) addStreak(scene, person, streak, firstAt, lastAt)
  return { xp, lastAt }
}

function extended(streak: Streak | null, at: number): Streak {
  const day = dayOf(at)
  if (streak === null) return { now: 1, longest: 1, day, resetAt: at }
  if (day === streak.day) return streak
  if (day > streak.day + 1) return { ...streak, now: 1, day, resetAt: at }
  return { ...streak, now: streak.now + 1, longest: Math.max(streak.longest, streak.now + 1), day }
}

function addCompleted({ sink, random }: Scene, person: Person, lesson: Lesson, at: number): { score: number } {
  const id = random.uuid()
  const attempts = random.chance(0.75) ? 1 : random.int(2, 4)
  const score = random.chance(0.12) ? 100 : random.int(70, 99)
  const minutes = Math.max(4, Math.round(random.longTailed(lesson.minutes, 2)))
  sink.add('public.user_progress', {
    id,
    user_id: person.id,
    level_id: lesson.level,
    gate_id: lesson.gate,
    lesson_id: lesson.id,
    completed: true,
    score,
    xp_earned: lesson.xp,
    time_spent: `${minutes} minutes`,
    attempts_count: attempts,
    last_attempt_at: new Date(at),
    completed_at: new Date(at),
    created_at: new Date(Math.max(person.joinedAt, at - minutes * MINUTE)),
    updated_at: new Date(at),
  })
  note(sink, {
    id: derivedId(id, 'lesson_complete'),
    by: person.id,
    type: 'lesson_complete',
    entity: ['lessons', lesson.id],
    metadata: { level: lesson.level, gate: lesson.gate, xp: lesson.xp },
    at,
  })
  return { score: attempts === 1 ? score : 0 }
}

function addBegun({ sink, random }: Scene, person: Person, lesson: Lesson, at: number): void {
  sink.add('public.user_progress', {
    id: random.uuid(),
    user_id: person.id,
    level_id: lesson.level,
    gate_id: lesson.gate,
    lesson_id: lesson.id,
    completed: false,
    score: random.chance(0.5) ? random.int(20, 69) : null,
    xp_earned: 0,
    time_spent: `${random.int(1, 30)} minutes`,
    attempts_count: random.int(1, 3),
    last_attempt_at: new Date(at),
    created_at: new Date(at),
    updated_at: new Date(at),
  })
}

function addAchievements(
  { sink, random }: Scene,
  person: Person,
  reached: Readonly<Record<'lessons' | 'streak' | 'score', number>>,
  held: Set<string>,
  at: number,
): number {
  let earned = 0
  for (const { id: achievementId, code, xp, requirements } of achievements) {
    const isReached = (Object.entries(requirements) as [keyof typeof reached, number][]).every(
      ([what, needed]) => reached[what] >= needed,
    )
    if (held.has(code) || !isReached) continue
    held.add(code)
    earned += xp
    const id = random.uuid()
    sink.add('public.user_achievements', {
      id,
      user_id: person.id,
      achievement_id: achievementId,
      unlocked_at: new Date(at),
      progress_value: 100,
      metadata: { xp },
    })
    note(sink, {
      id: derivedId(id, 'achievement_gain'),
      by: person.id,
      type: 'achievement_gain',
      entity: ['achievements', achievementId],
      metadata: { xp },
      at,
    })
  }
  return earned
}

function addWeek({ sink }: Scene, person: Person, start: number, { xp, lessons, streak, at }: Week): void {
  sink.add('public.leaderboard', {
    id: derivedId(person.id, `weekly ${date(start)}`),
    user_id: person.id,
    period: 'weekly',
    xp_points: xp,
    lessons_completed: lessons,
    streak_days: streak,
    period_start_date: date(start),
    period_end_date: date(start + 6 * DAY),
    updated_at: new Date(at),
  })
}

function addStreak({ sink }: Scene, person: Person, streak: Streak, firstAt: number, lastAt: number): void {
  sink.add('public.user_streaks', {
    id: derivedId(person.id, 'streak'),
    user_id: person.id,
    current_streak: streak.now,
    longest_streak: streak.longest,
    last_activity_date: date(streak.day * DAY),
    last_streak_reset: new Date(streak.resetAt),
    created_at: new Date(firstAt),
    updated_at: new Date(lastAt),
  })
}
