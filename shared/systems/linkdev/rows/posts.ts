// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Articles of the public blog. */
export interface PostsRow {
  readonly id: string
  readonly author_id: string | null
  readonly title: string
  /** Its name in addresses. */
  readonly slug: string
  /** One or two sentences for lists. */
  readonly excerpt: string | null
  readonly content: string
  readonly status: 'draft' | 'published' | 'archived'
  readonly published_at: string | null
  readonly created_at: string
  readonly updated_at: string
}
