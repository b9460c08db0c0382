// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What learners can achieve beside lessons. */
export interface AchievementsRow {
  readonly id: string
  /** The name by which the product's code knows it. */
  readonly code: string
  readonly title: string
  readonly description: string
  readonly icon_url: string | null
  readonly category: string | null
  /** The XP that it brings to who unlocks it. */
  readonly xp_reward: number | null
  /** What has to be done for it, as the product reads it. */
  readonly requirements: unknown | null
  readonly rarity: 'common' | 'rare' | 'epic' | 'legendary' | null
  /** Off: nobody can unlock it any more. Who has it keeps it. */
  readonly is_active: boolean | null
  readonly created_at: string | null
}
