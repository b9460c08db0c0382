import type { Loader } from '../database/database.ts'
import type { Account } from './demo-system.ts'
import { fixedId } from './ids.ts'

/** Gives the accounts of a demo their passwords, as the auth server would have stored them. */
export async function addPasswords(loader: Loader, accounts: readonly Account[]): Promise<void> {
  for (const { id, email, password, name } of accounts) {
    await loader.query(
      `update auth.users set encrypted_password = extensions.crypt($2, extensions.gen_salt('bf', 8)) where id = $1`,
      [id, password],
    )
    await loader.query(
      `insert into auth.identities (id, provider, provider_id, user_id, identity_data)
       values ($1::uuid, 'email', $2::text, $2::uuid, $3::jsonb)`,
      [fixedId('identities', id), id, JSON.stringify({ sub: id, email, full_name: name, email_verified: true })],
    )
  }
}
