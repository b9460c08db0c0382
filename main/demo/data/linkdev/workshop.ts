import { fixedId } from '../ids.ts'
import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import { addContent } from './content.ts'
import { addOrganization } from './organization.ts'
import { addPerson } from './person.ts'
import type { Story } from './story.ts'
import { addSubscription } from './subscription.ts'
import { addMember } from './team.ts'
import { addUsage } from './usage.ts'

/** The team that is there in every demo, with a seat left: an owner, a member and a viewer who can sign in. */
export const workshopId = fixedId('organizations', 'atelier-solstice')

export function addWorkshop(story: Story): void {
  const createdAt = story.now - 90 * DAY
  const company = { name: 'Atelier Solstice', domain: 'ateliersolstice.example', country: 'FR' }
  const join = (account: (typeof accounts)['solene' | 'toby' | 'awa'], days: number) => {
    const { person, organization } = addPerson(story, {
      number: 0,
      createdAt: createdAt + days * DAY,
      company,
      account,
    })
    addSubscription(story, organization, null)
    return person
  }
  const [solene, toby, awa] = [join(accounts.solene, -2), join(accounts.toby, 3), join(accounts.awa, 9)]
  const organization = addOrganization(story, {
    id: workshopId,
    name: company.name,
    owner: solene,
    type: 'business',
    slug: 'atelier-solstice',
    createdAt,
  })
  addMember(story, organization, toby, 'member')
  addMember(story, organization, awa, 'viewer')
  addSubscription(story, organization, { plan: 'pro', seats: 4, status: 'active', endsWithPeriod: false })
  const members = [solene, toby, awa]
  const uses = addContent(story, organization, members, { records: 24, schedules: 2 })
  addUsage(story, organization, members, { plan: 'pro', activity: 3, uses })
}
