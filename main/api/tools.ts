import { isDatabaseError } from '#main/mirror/refusal.ts'
import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { examine } from '#main/sync/doctor.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'

const FUNCTIONS = `
  select p.proname as name, obj_description(p.oid, 'pg_proc') as comment,
    coalesce((
      select json_agg(json_build_object(
        'name', arg.name, 'type', format_type(p.proargtypes[arg.at - 1], null),
        'optional', arg.at > p.pronargs - p.pronargdefaults) order by arg.at)
      from unnest(p.proargnames[: p.pronargs]) with ordinality arg (name, at)
    ), '[]') as args
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
    and p.proname not like 'console\\_%' and has_function_privilege(p.oid, 'execute')
  order by p.proname`

export function toolsApi(open: OpenWorkspaces): Handlers['tools'] {
  return {
    read: async ({ workspace, sql, limit }) => {
      const { replica } = await open.get(workspace)
      try {
        const answer = await (await replica.mirror()).table(replica.claims(), sql, limit)
        return answer as Awaited<ReturnType<Handlers['tools']['read']>>
      } catch (error) {
        throw inWords(error)
      }
    },
    doctor: async ({ workspace }) => {
      const { replica, conductor, files, folder } = await open.get(workspace)
      replica.claims()
      const checks = await conductor.alone((signal) => examine(replica, files, folder, signal))
      return { sound: checks.every(({ ok }) => ok), checks }
    },
    functions: async ({ workspace }) => (await open.workspace(workspace)).reader.read(FUNCTIONS),
  }
}

/** Whoever writes SQL is helped most by the database's own words. */
function inWords(error: unknown): unknown {
  if (!isDatabaseError(error)) return error
  if (error.code === '25006') {
    return new OutpostError(
      'not_allowed',
      'This only reads. Change rows through their forms, or by the commands for it.',
      {
        field: 'sql',
        cause: error,
      },
    )
  }
  return new OutpostError('refused', error.message, { field: 'sql', cause: error })
}
