import { fixedId } from '../ids.ts'
import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import type { Sink } from './columns.ts'
import * as words from './words/course.ts'

export interface Lesson {
  readonly id: string
  readonly level: number
  readonly gate: number
  readonly title: string
  readonly xp: number
  readonly minutes: number
}

const lessonAt = (title: string, level: number, gate: number): Lesson => ({
  id: fixedId('lessons', `${level}/${gate}`),
  level,
  gate,
  title,
  xp: 60 + level * 30 + (gate % 4) * 10,
  minutes: 12 + ((level * 7 + gate * 5) % 25),
})

/** The lessons that are published, in the order in which they are learned. */
export const course: readonly Lesson[] = words.levels.flatMap(({ lessons }, at) =>
  lessons.map((title, gate) => lessonAt(title, at + 1, gate + 1)),
)

export const achievements = words.achievements.map(
  ([code, title, description, category, xp, rarity, requirements]) => ({
    id: fixedId('achievements', code),
    code,
    title,
    description,
    category,
    xp,
    rarity,
    requirements: requirements as { readonly lessons?: number; readonly streak?: number; readonly score?: number },
  }),
)

/** The course, the drafts of its next level, and what can be achieved. */
export function addCourse(sink: Sink, start: number): void {
  const drafts = words.drafts.map((title, gate) => lessonAt(title, words.levels.length + 1, gate + 1))
  for (const [place, lesson] of [...course, ...drafts].entries()) {
    const { level, gate } = lesson
    const isDraft = place >= course.length
    const text = words.bodies[place % words.bodies.length]
    sink.add('public.lessons', {
      id: lesson.id,
      level_id: level,
      gate_id: gate,
      title: lesson.title,
      subtitle: words.levels[level - 1]?.name ?? 'What comes next',
      description: text,
      content_type: 'interactive',
      content_data: {
        sections: [
          { type: 'text', title: lesson.title, body: text },
          { type: 'video', title: 'Watch', url: `https://videos.dracarys.example/${level}-${gate}` },
          // The last draft is not finished: it can't be published as it is.
          ...(place === course.length + drafts.length - 1 ? [{ type: 'exercise', title: '' }] : []),
          { type: 'chart', title: 'Look closely', url: `https://charts.dracarys.example/${level}-${gate}.png` },
        ],
      },
      assessment_data: {
        passing_score: 70,
        questions: [0, 1, 2].map((number) => words.questions[(place + number) % words.questions.length]),
      },
      xp_reward: lesson.xp,
      estimated_time: `${lesson.minutes} minutes`,
      difficulty: level < 3 ? 'beginner' : level < 5 ? 'intermediate' : 'advanced',
      prerequisites: place > 0 && !isDraft ? [(course[place - 1] as Lesson).id] : [],
      is_active: !isDraft,
      order_index: gate,
      content_version: 1 + (place % 3),
      created_by: accounts.nadia.id,
      created_at: new Date(start + place * DAY * 0.1),
      updated_at: new Date(start + (place % 9) * DAY),
    })
  }
  for (const { id, code, title, description, category, xp, rarity, requirements } of achievements) {
    sink.add('public.achievements', {
      id,
      code,
      title,
      description,
      category,
      xp_reward: xp,
      requirements,
      rarity,
      is_active: true,
      created_at: new Date(start),
    })
  }
}
