import type { Command } from 'commander'
import type { CommandContext } from './context.ts'
import { table } from './lines.ts'
import { readPassword } from './password.ts'

/** Which workspaces there are, and who is signed in to them. */
export function addWorkspaceCommands(program: Command, context: CommandContext): void {
  const workspace = program.command('workspace').description('workspaces on this computer')
  workspace
    .command('add <name>')
    .description('add a Supabase project')
    .requiredOption('--system <system>', 'partners-vrai, …, or plain for a project without a manifest')
    .requiredOption('--url <url>', 'the address of the project')
    .requiredOption('--key <key>', 'its publishable (anon) key')
    .action(async (name: string, { system, url, key }: { system: string; url: string; key: string }) => {
      const added = await context.engine(({ api }) => api.workspaces.add({ name, system, url, key }))
      context.output.answer(added, () => [`Added ${added.name}. Sign in with: sign-in ${added.name} --email E`])
    })
  workspace
    .command('list')
    .description('show them')
    .action(async () => {
      const all = await context.engine(({ api }) => api.workspaces.list({}))
      context.output.answer(all, () =>
        all.length === 0 ? ['No workspaces.'] : table(all.map(({ name, system, url }) => [name, system, url])),
      )
    })
  workspace
    .command('remove <name>')
    .description('remove it with everything of it on this computer')
    .option('--discard-pending', 'even when decisions have not reached the server', false)
    .action(async (name: string, { discardPending }: { discardPending: boolean }) => {
      const answer = await context.engine(({ api }) => api.workspaces.remove({ name, discardPending }))
      context.output.answer(answer, () => [`Removed ${name}.`])
    })
  program
    .command('sign-in <name>')
    .description('sign in; the password comes from OUTPOST_PASSWORD, else it is asked for')
    .requiredOption('--email <email>')
    .action(async (name: string, { email }: { email: string }) => {
      const password = await readPassword(email)
      const { person } = await context.engine(({ api }) => api.session.signIn({ workspace: name, email, password }))
      context.output.answer(person, () => [`Signed in as ${person.email} (${person.role}).`])
    })
  program
    .command('sign-out <name>')
    .description('sign out; rows and files leave this computer')
    .option('--keep-pending', 'even when decisions have not been sent: they wait here for the same person', false)
    .action(async (name: string, { keepPending }: { keepPending: boolean }) => {
      const answer = await context.engine(({ api }) => api.session.signOut({ workspace: name, keepPending }))
      context.output.answer(answer, () => [`Signed out of ${name}.`])
    })
}
