import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#tests/support/database.ts'

/** The kinds of person whom partners-vrai tells apart. */
export type PersonKind = 'client' | 'suspended' | 'agent' | 'inactive' | 'super_admin'

/** A person with an account; fits `TestDatabase.as`. */
export interface TestPerson {
  readonly sub: string
  readonly email: string
  readonly name: string
}

/** Makes an account and what the system knows about its owner. */
export async function addPerson(db: TestDatabase, kind: PersonKind, name = `Some ${kind}`): Promise<TestPerson> {
  const sub = randomUUID()
  const email = `${sub}@example.com`
  await db.query('insert into auth.users (id, email) values ($1, $2)', [sub, email])
  if (kind === 'client' || kind === 'suspended') {
    await db.query('insert into public.profiles (id, email, full_name, status) values ($1, $2, $3, $4)', [
      sub,
      email,
      name,
      kind === 'client' ? 'ACTIVE' : 'SUSPENDED',
    ])
  } else {
    await db.query('insert into public.agents (id, email, full_name, role, is_active) values ($1, $2, $3, $4, $5)', [
      sub,
      email,
      name,
      kind === 'super_admin' ? 'super_admin' : 'agent',
      kind !== 'inactive',
    ])
  }
  return { sub, email, name }
}
