import { derivedId } from '../ids.ts'
import type { Person } from './person.ts'
import { addAudited, type Story } from './story.ts'

export interface Organization {
  readonly id: string
  readonly name: string
  readonly owner: Person
  readonly type: 'personal' | 'business' | 'family' | 'education' | 'other'
  readonly slug: string
  readonly createdAt: number
}

/** An organisation with its owner in it, as signing up or opening a team makes it. */
export function addOrganization(story: Story, organization: Organization): Organization {
  const { id, name, owner, type, slug, createdAt } = organization
  const at = new Date(createdAt)
  const isPersonal = type === 'personal'
  const act = {
    at: createdAt,
    actor: isPersonal ? null : ({ id: owner.id, type: 'user' } as const),
    orgId: id,
  }
  addAudited(
    story,
    'public.organizations',
    {
      id,
      name,
      owner_id: owner.id,
      is_personal: isPersonal,
      org_type: type,
      slug,
      settings: {},
      created_at: at,
      updated_at: at,
    },
    act,
  )
  addAudited(
    story,
    'public.organization_members',
    {
      id: derivedId(id, 'owner'),
      org_id: id,
      user_id: owner.id,
      role: 'owner',
      created_at: at,
      updated_at: at,
    },
    act,
  )
  return organization
}
