import { expect, test } from 'vitest'
import { projectAt } from '#main/gateway/project.ts'

const key = 'sb_publishable_abc'

test('an address is taken as people copy it', () => {
  for (const text of [
    'https://abc.supabase.co',
    ' https://abc.supabase.co/ ',
    'https://abc.supabase.co/rest/v1/',
    'https://abc.supabase.co/auth/v1',
  ]) {
    expect(projectAt(text, key).url).toBe('https://abc.supabase.co')
  }
  expect(projectAt('http://127.0.0.1:54321/supabase/', key).url).toBe('http://127.0.0.1:54321/supabase')
})

test.each(['', 'abc.supabase.co', 'ftp://abc', 'postgres://user@host/db', 'https://'])('“%s” is no address', (text) => {
  expect(() => projectAt(text, key)).toThrow(
    expect.objectContaining({ code: 'bad_request', problem: expect.objectContaining({ field: 'url' }) }),
  )
})

const token = (claims: object) =>
  [{ alg: 'HS256' }, claims, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')

test('a secret key is refused in both its forms, before it is used', () => {
  for (const secret of ['sb_secret_abc', ' sb_secret_abc', token({ role: 'service_role', ref: 'abc' })]) {
    expect(() => projectAt('https://abc.supabase.co', secret)).toThrow(
      expect.objectContaining({
        code: 'wrong_key',
        problem: expect.objectContaining({ field: 'key', reason: 'key.secret' }),
      }),
    )
  }
})

test('publishable keys pass in both their forms', () => {
  for (const fine of [key, token({ role: 'anon', ref: 'abc' }), 'a.b.c', 'anything-self-hosted']) {
    expect(projectAt('https://abc.supabase.co', ` ${fine}\n`).key).toBe(fine)
  }
})
