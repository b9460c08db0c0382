import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { waitingFor } from '#main/sync/status.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Status } from '#shared/contract/sync.ts'
import { pendingEntries } from './workspaces.ts'

export function sessionApi(open: OpenWorkspaces): Handlers['session'] {
  return {
    prepare: async ({ workspace }) => {
      await (await open.get(workspace)).replica.mirror()
      return {}
    },
    current: async ({ workspace }) => ({ person: (await open.get(workspace)).replica.person() }),
    signIn: async ({ workspace, email, password }) => {
      const { replica, conductor } = await open.get(workspace)
      const { gateway } = replica
      const signedIn = await gateway.signIn(email, password)
      try {
        const [other] = waitingFor(replica, signedIn.id)
        if (other !== undefined) throw otherPerson(other)
        const { person } = await gateway.hello()
        replica.setPerson(person)
        conductor.restart()
        return { person }
      } catch (error) {
        await gateway.signOut()
        throw error
      }
    },
    signOut: async ({ workspace, keepPending }) => {
      const { replica, conductor, files } = await open.get(workspace)
      const waiting = replica.journal.open().length
      if (waiting > 0 && !keepPending) throw pendingEntries(waiting)
      await conductor.alone(async () => {
        await replica.gateway.signOut()
        replica.setPerson(null)
        // What the next person at this machine must not find.
        await replica.dropMirror()
        await files.drop()
      })
      conductor.restart()
      return {}
    },
  }
}

function otherPerson({ email, count }: Status['waitingFor'][number]): OutpostError {
  return new OutpostError(
    'other_person',
    `Decisions (${count}) of ${email ?? 'somebody else'} still wait on this computer. They never go up under another name: let that person sign in and sync first.`,
    { field: 'email', params: { count }, ...(email && { reason: 'person.waits', params: { count, email } }) },
  )
}
