import type { Value } from './row-sink.ts'

/** The columns of `auth.users` that a demo writes. */
export const authUserColumns = [
  'id',
  'aud',
  'role',
  'email',
  'email_confirmed_at',
  'raw_app_meta_data',
  'raw_user_meta_data',
  'last_sign_in_at',
  'created_at',
  'updated_at',
] as const

/** The row by which a person could sign in, as the auth server would have written it. */
export function authUser(of: {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly createdAt: Date
  readonly lastSignIn: Date | null
}): Record<(typeof authUserColumns)[number], Value> {
  return {
    id: of.id,
    aud: 'authenticated',
    role: 'authenticated',
    email: of.email,
    email_confirmed_at: of.createdAt,
    raw_app_meta_data: { provider: 'email', providers: ['email'] },
    raw_user_meta_data: { full_name: of.name },
    last_sign_in_at: of.lastSignIn,
    created_at: of.createdAt,
    updated_at: of.lastSignIn ?? of.createdAt,
  }
}
