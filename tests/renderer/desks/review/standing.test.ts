import { expect, test } from 'vitest'
import { standingOf } from '#renderer/desks/review/standing.ts'
import type { ReviewDocument } from '#shared/contract/review.ts'

const id = (last: number) => `0190a000-0000-7000-8000-00000000000${last}`
const at = '2025-11-21T08:00:00+00:00'
const file = { versionId: id(1), name: 'passport.pdf', mime: 'application/pdf', size: 1, here: true }
const version = (number: number, current: boolean) => ({
  versionId: id(number),
  version: number,
  uploadedAt: at,
  uploadedBy: 'Ama Mensah',
  current,
  file,
})
const [first, second] = [version(1, false), version(2, true)]

const document: ReviewDocument = {
  documentId: id(9),
  documentType: 'Passport',
  status: 'PENDING',
  client: { id: id(8), name: 'Ama Mensah', email: 'ama@example.com' },
  dossier: { id: id(7), reference: 'D-2025-00001', status: 'UNDER_REVIEW', product: 'LLC' },
  step: null,
  heldBy: null,
  waitingSince: at,
  versions: [first, second],
  reviews: [{ version: 1, status: 'REJECTED', comment: 'Blurred.', reviewer: 'Karim', at, mark: null }],
  mark: null,
}
const shown = (which = second, arrived = false) => ({ shown: which, current: second, arrived, show: () => {} })

test('the current version of a waiting document can be decided', () => {
  expect(standingOf(document, shown())).toEqual({ kind: 'open' })
})

test('an older version on screen can’t be decided, whether it was chosen or a newer one arrived', () => {
  expect(standingOf(document, shown(first))).toEqual({ kind: 'old', arrived: false })
  expect(standingOf(document, shown(first, true))).toEqual({ kind: 'old', arrived: true })
})

test('one’s own decision that waits to be sent is told as such', () => {
  const mine = { ...document.reviews[0], version: 2, status: 'APPROVED', mark: 'pending' } as const
  const decided = {
    ...document,
    status: 'APPROVED',
    mark: 'pending' as const,
    reviews: [...document.reviews, { ...mine, comment: null, reviewer: 'Marie', at }],
  }
  expect(standingOf(decided, shown())).toEqual({ kind: 'mine', verdict: 'APPROVED' })
})

test('what somebody else decided is told with who and when', () => {
  const review = { version: 2, status: 'REJECTED', comment: 'No.', reviewer: 'Karim', at, mark: null } as const
  const decided = { ...document, status: 'REJECTED', reviews: [...document.reviews, review] }
  expect(standingOf(decided, shown())).toEqual({ kind: 'decided', verdict: 'REJECTED', by: 'Karim', at })
})

test('a conflict or a refusal comes before everything else', () => {
  expect(standingOf({ ...document, mark: 'conflict' }, shown()).kind).toBe('conflict')
  expect(standingOf({ ...document, mark: 'rejected' }, shown()).kind).toBe('refused')
})
