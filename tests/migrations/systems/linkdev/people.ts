import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'

export interface TestOwner extends TestPerson {
  /** The personal organisation that came with the account. */
  readonly personal: string
}

/** Signs somebody up, as the auth server does; a super admin has made them staff, if they are. */
export async function signUp(
  db: TestDatabase,
  name: string,
  accountType: 'user' | 'admin' | 'super_admin' = 'user',
): Promise<TestOwner> {
  const sub = randomUUID()
  const email = `${sub}@example.com`
  await db.query('insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3)', [
    sub,
    email,
    JSON.stringify({ full_name: name }),
  ])
  if (accountType !== 'user') await db.query('update users set account_type = $2 where id = $1', [sub, accountType])
  const [personal] = await db.query<{ id: string }>(
    'select id from organizations where owner_id = $1 and is_personal',
    [sub],
  )
  return { sub, email, name, personal: personal?.id ?? '' }
}

/** A team on a plan, opened by its owner as the product's own pages do. */
export async function addTeam(
  db: TestDatabase,
  owner: TestPerson,
  of: { readonly plan?: string; readonly seats?: number } = {},
): Promise<string> {
  const id = randomUUID()
  await db.as(owner, (query) =>
    query('insert into organizations (id, name, owner_id, slug) values ($1, $2, $3, $4)', [
      id,
      'Atelier Lumen',
      owner.sub,
      `team-${id}`,
    ]),
  )
  await db.query(
    `update org_subscriptions set plan_name = $2, seats = $3, current_period_end = now() + interval '20 days'
     where org_id = $1`,
    [id, of.plan ?? 'pro', of.seats ?? 5],
  )
  return id
}

export async function addMember(
  db: TestDatabase,
  orgId: string,
  person: TestPerson,
  role: 'owner' | 'member' | 'viewer',
): Promise<void> {
  await db.query('insert into organization_members (org_id, user_id, role) values ($1, $2, $3)', [
    orgId,
    person.sub,
    role,
  ])
}
