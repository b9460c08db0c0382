import { OutpostError } from '#shared/contract/errors.ts'
import { signedOut } from './problems.ts'
import { detailOf, type RefusalBody } from './refusal-body.ts'

/** What the data API refuses: its own codes begin with PGRST, those of the database are SQLSTATEs. */
export function databaseFailure(status: number, body: RefusalBody): OutpostError {
  const code = String(body.code ?? '')
  const detail = detailOf(body)
  const more = { reason: detail.code ?? code, ...(detail.params === undefined ? {} : { params: detail.params }) }
  if (/^PGRST30/.test(code) && status === 401) return signedOut('token')
  if (code === '42501') return notAllowed(status, detail.code)
  // 42883: a function of ours is not there, or calls one that is not.
  if (/^(PGRST(202|205|106)|42883)$/.test(code)) {
    return new OutpostError(
      'no_sync_sql',
      'This project does not have the console’s SQL, or an older one. Install it with “outpost cloud install”.',
    )
  }
  if (code === 'OP410') {
    const words = 'This server was set back to an earlier state, or replaced. Nothing is sent until you decide.'
    return new OutpostError('server_replaced', words, more)
  }
  if (code === '') return new OutpostError('not_supabase', 'What answers here is not a Supabase project.')
  return new OutpostError('refused', body.message ?? 'The server refused this.', more)
}

function notAllowed(status: number, reason: string | undefined): OutpostError {
  if (reason === 'not_staff') {
    return new OutpostError('not_staff', 'This account may not use the console. Ask an administrator for access.')
  }
  if (reason === 'account_banned') {
    return new OutpostError(
      'account_banned',
      'This account is blocked. Ask an administrator; what you decided waits here.',
    )
  }
  if (reason === 'account_gone') {
    return new OutpostError(
      'account_gone',
      'This account does not exist any more. Ask an administrator to bring it back; what you decided is kept here.',
    )
  }
  if (reason === 'other_person') {
    return new OutpostError('other_person', 'These decisions belong to another person. Sign in as that person.')
  }
  // Our functions are closed to nobody but strangers: the server did not take us for who we are.
  if (status === 401) return signedOut('token')
  return new OutpostError('not_allowed', 'Your account may not do this.', { reason: reason ?? 'not_allowed' })
}
