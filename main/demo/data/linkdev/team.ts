import { derivedId } from '../ids.ts'
import { DAY, HOUR } from '../time.ts'
import type { Organization } from './organization.ts'
import { type Person, workingMoment } from './person.ts'
import { addAudited, addBeginning, addChange, type Story } from './story.ts'
import * as words from './words/work.ts'

export type Role = 'owner' | 'member' | 'viewer'

const token = (story: Story) =>
  story.random.word(43, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-')

/** Somebody follows an invitation into a team. */
export function addMember(story: Story, organization: Organization, person: Person, role: Role): void {
  const { sink, random, now } = story
  const { id: orgId, owner, createdAt } = organization
  const joinedAt = workingMoment(random, Math.max(person.createdAt, createdAt) + 2 * HOUR, now)
  const invitedAt = joinedAt - random.between(0.2, 40) * HOUR
  const id = random.uuid()
  const invite = {
    id,
    org_id: orgId,
    email: person.email,
    role: role === 'owner' ? 'member' : role,
    token: token(story),
    status: 'accepted' as const,
    invited_by: owner.id,
    accepted_by: person.id,
    expires_at: new Date(invitedAt + 7 * DAY),
    accepted_at: new Date(joinedAt),
    created_at: new Date(invitedAt),
    updated_at: new Date(joinedAt),
  }
  const byOwner = { id: owner.id, type: 'user' } as const
  sink.add('public.invites', invite)
  addBeginning(
    story,
    'public.invites',
    { ...invite, status: 'pending', accepted_by: null, accepted_at: null },
    { at: invitedAt, actor: byOwner, orgId, action: 'member_invited', metadata: { email: person.email } },
  )
  const memberId = derivedId(id, 'member')
  addAudited(
    story,
    'public.organization_members',
    {
      id: memberId,
      org_id: orgId,
      user_id: person.id,
      role,
      invited_by: owner.id,
      created_at: new Date(joinedAt),
      updated_at: new Date(joinedAt),
    },
    { at: joinedAt, actor: null, orgId },
  )
  if (role === 'owner') {
    const act = {
      at: workingMoment(random, joinedAt, now),
      actor: byOwner,
      orgId,
      action: 'member_role_changed',
    } as const
    addChange(story, 'public.organization_members', memberId, act, { role: 'member' }, { role: 'owner' })
  }
  tell(story, orgId, person.id, 'member.invited', { email: person.email, organization: organization.name }, invitedAt)
}

/** Invitations that nobody has followed: open ones while seats are left, lapsed and revoked ones. */
export function addUnansweredInvites(story: Story, organization: Organization, seatsLeft: number): void {
  const { sink, random, now } = story
  const { id: orgId, owner, createdAt, slug } = organization
  const open = Math.min(seatsLeft, random.pick([0, 0, 1, 1, 2]))
  const past = random.pick([0, 0, 0, 1, 2])
  for (let number = 0; number < open + past; number++) {
    const isOpen = number < open
    const from = isOpen ? Math.max(createdAt, now - 6 * DAY) : createdAt
    const invitedAt = workingMoment(random, from, isOpen ? now : Math.max(from, now - 9 * DAY))
    // An organisation of this week has no invitation that could have lapsed.
    if (!isOpen && invitedAt > now - 8 * DAY) continue
    const status = isOpen ? ('pending' as const) : random.weighted({ expired: 65, revoked: 35 })
    const email = `guest.${number + 1}@${slug}.example`
    const closedAt = isOpen ? invitedAt : invitedAt + (status === 'expired' ? 7 : random.between(0.1, 6)) * DAY
    const id = random.uuid()
    const row = {
      id,
      org_id: orgId,
      email,
      role: random.weighted({ member: 75, viewer: 25 }),
      token: token(story),
      status,
      invited_by: owner.id,
      expires_at: new Date(invitedAt + 7 * DAY),
      created_at: new Date(invitedAt),
      updated_at: new Date(closedAt),
    }
    const byOwner = { id: owner.id, type: 'user' } as const
    sink.add('public.invites', row)
    const act = { at: invitedAt, actor: byOwner, orgId, action: 'member_invited', metadata: { email } } as const
    addBeginning(story, 'public.invites', { ...row, status: 'pending' }, act)
    if (!isOpen) {
      const closing = {
        at: closedAt,
        orgId,
        ...(status === 'expired' ? { actor: null } : { actor: byOwner, action: 'invite_revoked' as const }),
      }
      addChange(story, 'public.invites', id, closing, { status: 'pending' }, { status })
    }
    tell(story, orgId, null, 'member.invited', { email, organization: organization.name }, invitedAt)
  }
}

/** Puts what somebody is told into the outbox; a few messages could not be sent. */
export function tell(
  { sink, random, now }: Story,
  orgId: string,
  userId: string | null,
  event: string,
  payload: Readonly<Record<string, unknown>>,
  at: number,
): void {
  const failed = random.chance(0.03)
  const status = failed ? random.weighted({ failed: 75, dismissed: 25 }) : at > now - 2 * HOUR ? 'pending' : 'delivered'
  const sentAt = new Date(Math.min(now, at + random.between(0.01, 0.5) * HOUR))
  sink.add('public.notifications_outbox', {
    id: random.uuid(),
    org_id: orgId,
    user_id: userId,
    event,
    payload,
    status,
    attempts: failed ? random.int(3, 6) : status === 'pending' ? 0 : 1,
    error: failed ? random.pick(words.failures) : null,
    delivered_at: status === 'delivered' ? sentAt : null,
    created_at: new Date(at),
    updated_at: status === 'pending' ? new Date(at) : sentAt,
  })
}
