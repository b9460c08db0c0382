import { authUser } from '../auth-user.ts'
import { fixedId } from '../ids.ts'
import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import type { Sink } from './columns.ts'

const other = (name: string, role: 'admin' | 'moderator') => {
  const email = `${name.toLowerCase().replace(' ', '.')}@dracarys.example`
  return { id: fixedId('users', email), name, email, language: 'en', role } as const
}

export const staff = [
  accounts.nadia,
  accounts.callum,
  other('Ama Owusu', 'moderator'),
  other('Georgia Lowe', 'moderator'),
  other('Omar Tazi', 'admin'),
] as const

/** Who moderates, and how many of a hundred decisions are theirs. */
export const moderators: Readonly<Record<string, number>> = {
  [accounts.callum.id]: 45,
  [staff[2].id]: 30,
  [staff[3].id]: 15,
  [accounts.nadia.id]: 10,
}

export function addStaff(sink: Sink, start: number): void {
  for (const [place, { id, name, email, language, role }] of staff.entries()) {
    const createdAt = new Date(start + place * DAY)
    sink.add('auth.users', authUser({ id, email, name, createdAt }))
    sink.add('public.user_profiles', {
      id,
      full_name: name,
      timezone: language === 'fr' ? 'Europe/Paris' : 'Europe/London',
      preferred_language: language,
      trading_experience: 'advanced',
      trading_goals: [],
      current_level: 1,
      total_xp: 0,
      role,
      created_at: createdAt,
      updated_at: createdAt,
    })
  }
}
