import type { UserPermissionsRow } from '#shared/systems/xainik/rows/user-permissions.ts'
import { authUser } from '../auth-user.ts'
import { derivedId, fixedId } from '../ids.ts'
import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import type { Sink } from './columns.ts'

interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'fr'
  readonly role: 'admin' | 'moderator'
  readonly isActive: boolean
  readonly permissions: readonly UserPermissionsRow['permission'][]
  /** How many of a hundred decisions are theirs. */
  readonly weight: number
}

const other = (name: string, role: Member['role'], weight: number, isActive = true): Member => {
  const email = `${name.toLowerCase().replace(' ', '.')}@xainik.example`
  return { id: fixedId('users', email), name, email, language: 'en', role, isActive, permissions: [], weight }
}

export const staff: readonly Member[] = [
  { ...accounts.meera, isActive: true, permissions: [], weight: 10 },
  { ...accounts.claire, isActive: true, permissions: ['billing.manage', 'emails.manage'], weight: 38 },
  { ...accounts.daniel, isActive: true, permissions: ['activity.read'], weight: 32 },
  other('Sunil Menon', 'admin', 5),
  other('Ruth Thapa', 'moderator', 15),
  other('Omar Sheikh', 'moderator', 0, false),
]

export const deciders = Object.fromEntries(
  staff.filter(({ weight }) => weight > 0).map(({ id, weight }) => [id, weight]),
)

/** The staff, who came as supporters and were then made staff, with the permissions that they hold. */
export function addStaff(sink: Sink, start: number): void {
  const boss = accounts.meera.id
  for (const [at, member] of staff.entries()) {
    const { id, name, email, role, isActive, language } = member
    const createdAt = new Date(start + at * DAY)
    const madeStaffAt = new Date(start + (at + 2) * DAY)
    const changeId = id === boss ? null : derivedId(id, 'role')
    sink.add('auth.users', authUser({ id, email, name, createdAt }))
    sink.add('public.users', {
      id,
      email,
      full_name: name,
      language,
      role,
      role_change_id: changeId,
      is_active: isActive,
      created_at: createdAt,
      updated_at: madeStaffAt,
    })
    if (changeId !== null) {
      sink.add('public.user_activity_log', {
        id: changeId,
        activity_type: 'user.role_changed',
        user_id: id,
        actor_user_id: boss,
        entity_type: 'users',
        entity_id: id,
        details: { from: 'supporter', to: role },
        created_at: madeStaffAt,
      })
    }
    for (const permission of member.permissions) addPermission(sink, id, permission, madeStaffAt, null)
    if (!isActive) addPermission(sink, id, 'activity.read', madeStaffAt, new Date(madeStaffAt.getTime() + 90 * DAY))
  }
}

function addPermission(
  sink: Sink,
  userId: string,
  permission: UserPermissionsRow['permission'],
  at: Date,
  revokedAt: Date | null,
): void {
  const id = derivedId(userId, permission)
  const boss = accounts.meera.id
  sink.add('public.user_permissions', {
    id,
    user_id: userId,
    permission,
    reason: 'For the daily work.',
    granted_by: boss,
    granted_at: at,
    revoked_by: revokedAt && boss,
    revoked_at: revokedAt,
    revoke_reason: revokedAt && 'Has left the team.',
  })
  const done = revokedAt ? (['granted', 'revoked'] as const) : (['granted'] as const)
  for (const what of done) {
    sink.add('public.user_activity_log', {
      id: derivedId(id, what),
      activity_type: `permission.${what}`,
      user_id: userId,
      actor_user_id: boss,
      entity_type: 'user_permissions',
      entity_id: id,
      details: { permission, reason: what === 'granted' ? 'For the daily work.' : 'Has left the team.' },
      created_at: what === 'granted' ? at : revokedAt,
    })
  }
}
