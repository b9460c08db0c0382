import { OutpostError } from '#shared/contract/errors.ts'

export function signedOut(reason: string): OutpostError {
  return new OutpostError('signed_out', 'You are signed out. Sign in again; everything you decided is still here.', {
    reason,
  })
}

export function notSupabase(url: string): OutpostError {
  return new OutpostError(
    'not_supabase',
    `What answers at ${new URL(url).host} is not a Supabase project. Check the address, or sign in to this network first.`,
  )
}
