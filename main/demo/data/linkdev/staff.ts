import { fixedId } from '../ids.ts'
import type { Random } from '../random.ts'
import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import { addPerson, type Person } from './person.ts'
import { addChange, type Story } from './story.ts'
import { addSubscription } from './subscription.ts'
import * as words from './words/work.ts'

/** Somebody of the staff who did something: mostly the admin, sometimes the super admin. */
export function staffActor(random: Random): { readonly id: string; readonly type: 'staff' } {
  return { id: random.chance(0.7) ? accounts.daniel.id : accounts.ines.id, type: 'staff' }
}

/** The staff, who are people with accounts as well, and the blog that they write. */
export function addStaff(story: Story, start: number): void {
  const { now } = story
  const ines = addStaffMember(story, start, accounts.ines, 'super_admin')
  const daniel = addStaffMember(story, start + 3 * DAY, accounts.daniel, 'admin')
  addChange(
    story,
    'public.users',
    daniel.id,
    { at: daniel.createdAt + DAY, actor: { id: ines.id, type: 'staff' }, action: 'account_type_changed' },
    { account_type: 'user' },
    { account_type: 'admin' },
  )
  for (const [at, post] of words.posts.entries()) {
    const writtenAt = start + ((at + 0.5) * (now - start)) / words.posts.length
    const status = at === words.posts.length - 1 ? 'draft' : at === 0 ? 'archived' : 'published'
    story.sink.add('public.posts', {
      id: fixedId('posts', post.slug),
      author_id: at % 2 ? ines.id : daniel.id,
      ...post,
      content: `${post.excerpt}\n\n${post.excerpt}`,
      status,
      published_at: status === 'draft' ? null : new Date(writtenAt),
      created_at: new Date(writtenAt),
      updated_at: new Date(writtenAt),
    })
  }
}

function addStaffMember(
  story: Story,
  createdAt: number,
  account: (typeof accounts)['ines' | 'daniel'],
  accountType: 'super_admin' | 'admin',
): Person {
  const { person, organization } = addPerson(story, { number: 0, createdAt, account, accountType })
  addSubscription(story, organization, null)
  return person
}
