import type { Value } from './row-sink.ts'

/** The columns of `auth.users` that a generator writes. */
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

export interface AuthUser {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly createdAt: Date
  readonly lastSignIn?: Date
}

/** The row by which somebody who has confirmed their e-mail address can sign in. */
export function authUser({ id, email, name, createdAt, lastSignIn }: AuthUser): Readonly<Record<string, Value>> {
  return {
    id,
    aud: 'authenticated',
    role: 'authenticated',
    email,
    email_confirmed_at: createdAt,
    raw_app_meta_data: { provider: 'email', providers: ['email'] },
    raw_user_meta_data: { full_name: name },
    last_sign_in_at: lastSignIn ?? null,
    created_at: createdAt,
    updated_at: lastSignIn ?? createdAt,
  }
}
