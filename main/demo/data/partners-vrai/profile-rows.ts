import { authUser } from '../auth-user.ts'
import type { Random } from '../random.ts'
import type { Client } from './client.ts'
import type { Sink } from './columns.ts'

/** A client, with the row by which the person could sign in. */
export function addProfile(
  { sink, random, now }: { sink: Sink; random: Random; now: number },
  client: Client,
  of: { status: 'PENDING' | 'ACTIVE' | 'SUSPENDED'; createdAt: number; updatedAt: number },
): void {
  const createdAt = new Date(of.createdAt)
  const lastSignIn = new Date(of.createdAt + random.unit() * (now - of.createdAt))
  const { id, email, name } = client
  sink.add('auth.users', authUser({ id, email, name, createdAt, lastSignIn }))
  sink.add('public.profiles', {
    id: client.id,
    email: client.email,
    full_name: client.name,
    phone: client.phone,
    country: client.person.country,
    language: client.language,
    status: of.status,
    notification_channels: client.channels,
    created_at: createdAt,
    updated_at: new Date(of.updatedAt),
  })
}
