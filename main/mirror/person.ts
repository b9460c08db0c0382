import type { Transaction } from './database.ts'

/** Whose eyes the mirror is read with. */
export interface Claims {
  readonly sub: string
  readonly email: string
}

/** From here to the end of the transaction (or `asOwner`) the product's policies apply, for this person. */
export async function asPerson(tx: Transaction, claims: Claims): Promise<void> {
  const jwt = JSON.stringify({ ...claims, role: 'authenticated', aud: 'authenticated' })
  await tx.query(`select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)`, [jwt])
}

/** Back to the mirror's own rights, within the same transaction. */
export async function asOwner(tx: Transaction): Promise<void> {
  await tx.exec('reset role')
}
