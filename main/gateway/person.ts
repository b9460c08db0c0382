import type { Person } from '#shared/contract/session.ts'
import type { Grant } from './auth.ts'

/** The person as the sign-in tells of them. What role they have in the console only `hello` can say. */
export function personOf({ user }: Grant): Person {
  const name = [user.user_metadata?.full_name, user.user_metadata?.name].find((part) => typeof part === 'string')
  return { id: user.id, email: user.email ?? '', name: typeof name === 'string' ? name : null, role: '' }
}
