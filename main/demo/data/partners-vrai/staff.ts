import { authUser } from '../auth-user.ts'
import { fixedId } from '../ids.ts'
import { accounts } from './accounts.ts'
import type { Sink } from './columns.ts'

export interface Agent {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: 'agent' | 'super_admin'
  readonly isActive: boolean
  /** How many of a hundred dossiers the agent holds. */
  readonly weight: number
}

const agent = (name: string, email: string, weight: number, isActive = true): Agent => ({
  id: fixedId('agents', email),
  name,
  email: `${email}@partners-vrai.example`,
  role: 'agent',
  isActive,
  weight,
})

export const agents: readonly Agent[] = [
  { ...accounts.marie, role: 'agent', isActive: true, weight: 32 },
  { ...accounts.karim, role: 'agent', isActive: true, weight: 30 },
  { ...accounts.elise, role: 'super_admin', isActive: true, weight: 4 },
  agent('Sofia Lindqvist', 'sofia.lindqvist', 20),
  agent('Baptiste Leroy', 'baptiste.leroy', 14),
  agent('Ruth Owusu', 'ruth.owusu', 0, false),
]

export function addStaff(sink: Sink, at: Date): void {
  for (const { id, name, email, role, isActive } of agents) {
    sink.add('auth.users', authUser({ id, email, name, createdAt: at }))
    sink.add('public.agents', { id, email, full_name: name, role, is_active: isActive, created_at: at, updated_at: at })
  }
}
