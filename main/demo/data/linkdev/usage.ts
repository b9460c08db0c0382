import { DAY, HOUR } from '../time.ts'
import type { Organization } from './organization.ts'
import type { Person } from './person.ts'
import { limits, type Plan } from './plans.ts'
import type { Story } from './story.ts'

export interface Use {
  readonly type:
    | 'record_created'
    | 'api_call'
    | 'automation_run'
    | 'storage_used'
    | 'schedule_executed'
    | 'ai_tokens_used'
    | 'user_active'
  readonly at: number
  readonly by: string
  readonly quantity: number
}

/**
 * The use of an organisation: events since the start of the last month, as far back as they are kept, and their sums by
 * day and month, exactly as the roll-up makes them.
 */
export function addUsage(
  story: Story,
  organization: Organization,
  members: readonly Person[],
  of: { readonly plan: Plan; readonly activity: number; readonly uses: readonly Use[] },
): void {
  const { sink, random, now } = story
  const { id: orgId } = organization
  const from = monthStart(monthStart(now) - DAY)
  const uses = [...of.uses.filter(({ at }) => at >= from), ...workOf(story, organization, members, of, from)]
  const sums = new Map<
    string,
    { first: Use; start: number; end: number; period: 'daily' | 'monthly'; total: number; count: number }
  >()
  for (const use of uses) {
    sink.add('public.usage_events', {
      id: random.uuid(),
      org_id: orgId,
      user_id: use.by,
      event_type: use.type,
      quantity: use.quantity,
      metadata: {},
      created_at: new Date(use.at),
    })
    const day = Math.floor(use.at / DAY) * DAY
    const month = monthStart(use.at)
    for (const [period, start, end] of [
      ['daily', day, day + DAY],
      ['monthly', month, monthStart(month + 32 * DAY)],
    ] as const) {
      const key = `${use.by} ${use.type} ${period} ${start}`
      const sum = sums.get(key) ?? { first: use, start, end, period, total: 0, count: 0 }
      sums.set(key, { ...sum, total: sum.total + use.quantity, count: sum.count + 1 })
    }
  }
  for (const { first, start, end, period, total, count } of sums.values()) {
    const rolledUp = new Date(Math.min(end + HOUR, now))
    sink.add('public.usage_aggregations', {
      id: random.uuid(),
      org_id: orgId,
      user_id: first.by,
      event_type: first.type,
      period_type: period,
      period_start: new Date(start),
      period_end: new Date(end),
      total,
      event_count: count,
      created_at: rolledUp,
      updated_at: rolledUp,
    })
  }
}

/** What people do on the days when they are there. How much of each limit that comes to, differs widely. */
function workOf(
  { random, now }: Story,
  organization: Organization,
  members: readonly Person[],
  of: { readonly plan: Plan; readonly activity: number },
  from: number,
): Use[] {
  const done: { type: 'api_call' | 'automation_run' | 'ai_tokens_used'; at: number; by: string; weight: number }[] = []
  const uses: Use[] = []
  for (const { id: by, createdAt } of members) {
    const presence = Math.min(0.9, random.longTailed(0.05, 5) * of.activity)
    for (
      let day = Math.floor(Math.max(from, createdAt, organization.createdAt) / DAY) * DAY + DAY;
      day < now;
      day += DAY
    ) {
      const isWeekend = [0, 6].includes(new Date(day).getUTCDay())
      if (!random.chance(isWeekend ? presence / 4 : presence)) continue
      const at = Math.min(day + random.between(7, 19) * HOUR, now - 1)
      uses.push({ type: 'user_active', at, by, quantity: 1 })
      for (const [type, chance] of [
        ['api_call', 0.6],
        ['automation_run', 0.25],
        ['ai_tokens_used', 0.3],
      ] as const) {
        if (random.chance(chance))
          done.push({
            type,
            at: at + random.int(0, 1) * (now - 1 - at > HOUR ? HOUR : 0),
            by,
            weight: random.between(0.3, 1.7),
          })
      }
    }
  }
  for (const type of ['api_call', 'automation_run', 'ai_tokens_used'] as const) {
    const usual = random.longTailed(0.18, 4.5)
    // Whoever needs more than their plan allows comes to rest about its limit.
    const share = usual < 0.85 ? usual : random.between(0.85, 1.12)
    const thisMonth = done.filter((one) => one.type === type && one.at >= monthStart(now))
    const sum = thisMonth.reduce((total, { weight }) => total + weight, 0) || 20
    for (const { at, by, weight } of done.filter((one) => one.type === type)) {
      uses.push({ type, at, by, quantity: Math.max(1, Math.round((limits[of.plan][type] * share * weight) / sum)) })
    }
  }
  return uses
}

function monthStart(at: number): number {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
}
