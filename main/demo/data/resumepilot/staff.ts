import { authUser } from '../auth-user.ts'
import { fixedId } from '../ids.ts'
import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import type { Sink } from './columns.ts'

interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: 'admin' | 'super_admin'
  readonly permissions: readonly string[]
}

const other = (name: string, permissions: readonly string[]): Member => {
  const email = `${name.toLowerCase().replace(' ', '.')}@resumepilot.example`
  return { id: fixedId('users', email), name, email, role: 'admin', permissions }
}

const staff: readonly Member[] = [
  { ...accounts.nora, permissions: [] },
  { ...accounts.antoine, permissions: ['usage', 'generations', 'subscriptions', 'retention'] },
  other('Ruth Lindqvist', ['generations', 'people']),
  other('Tobias Amsel', ['usage', 'suspended']),
]

/** How many of a hundred decisions are theirs. */
export const deciders = {
  [accounts.nora.id]: 15,
  [accounts.antoine.id]: 60,
  [fixedId('users', 'ruth.lindqvist@resumepilot.example')]: 25,
}

/** The staff, one of them suspended. */
export function addStaff(sink: Sink, start: number): void {
  for (const [at, { id, name, email, role, permissions }] of staff.entries()) {
    const createdAt = new Date(start + at * 20 * DAY)
    sink.add('auth.users', authUser({ id, email, name, createdAt }))
    sink.add('public.admin_users', {
      id: fixedId('admin_users', email),
      user_id: id,
      email,
      role,
      permissions: Object.fromEntries(permissions.map((permission) => [permission, true])),
      created_at: createdAt,
    })
  }
}
