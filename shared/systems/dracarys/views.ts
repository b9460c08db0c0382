import type { ViewManifest } from '#shared/systems/manifest.ts'

/** The lists that staff work through; in each, what is due first comes first. */
export const views: readonly ViewManifest[] = [
  {
    name: 'lesson-drafts',
    label: { en: 'Drafts of lessons', fr: 'Brouillons de leçons' },
    table: 'lessons',
    filter: { column: 'is_active', is: 'false' },
    sort: [
      { column: 'level_id', direction: 'asc' },
      { column: 'order_index', direction: 'asc' },
    ],
    columns: ['level_id', 'order_index', 'title', 'content_version', 'created_by', 'updated_at'],
    waits: true,
  },
  {
    name: 'course',
    label: { en: 'The course, in order', fr: 'Le parcours, dans l’ordre' },
    table: 'lessons',
    filter: { column: 'is_active', is: 'true' },
    sort: [
      { column: 'level_id', direction: 'asc' },
      { column: 'order_index', direction: 'asc' },
    ],
    columns: ['level_id', 'order_index', 'title', 'difficulty', 'xp_reward', 'estimated_time'],
  },
  {
    name: 'disliked-posts',
    label: { en: 'Posts that many vote against', fr: 'Publications mal reçues' },
    table: 'community_posts',
    filter: {
      all: [
        { column: 'downvotes_count', is: 'at_least', value: '3' },
        { column: 'is_deleted', is: 'false' },
        { column: 'is_locked', is: 'false' },
      ],
    },
    sort: [
      { column: 'downvotes_count', direction: 'desc' },
      { column: 'created_at', direction: 'asc' },
    ],
    columns: ['title', 'author_id', 'content', 'downvotes_count', 'upvotes_count', 'comments_count', 'created_at'],
    waits: true,
  },
  {
    name: 'disliked-comments',
    label: { en: 'Comments that many vote against', fr: 'Commentaires mal reçus' },
    table: 'community_comments',
    filter: {
      all: [
        { column: 'downvotes_count', is: 'at_least', value: '3' },
        { column: 'is_deleted', is: 'false' },
      ],
    },
    sort: [
      { column: 'downvotes_count', direction: 'desc' },
      { column: 'created_at', direction: 'asc' },
    ],
    columns: ['post_id', 'author_id', 'content', 'downvotes_count', 'upvotes_count', 'created_at'],
  },
  {
    name: 'unanswered-questions',
    label: { en: 'Questions without an answer', fr: 'Questions sans réponse' },
    table: 'community_posts',
    filter: {
      all: [
        { column: 'post_type', is: 'is', value: 'question' },
        { column: 'comments_count', is: 'is', value: '0' },
        { column: 'is_deleted', is: 'false' },
        { column: 'is_locked', is: 'false' },
      ],
    },
    sort: [{ column: 'created_at', direction: 'asc' }],
    columns: ['title', 'author_id', 'category', 'views_count', 'created_at'],
  },
  {
    name: 'pinned-posts',
    label: { en: 'Pinned posts', fr: 'Publications épinglées' },
    table: 'community_posts',
    filter: { column: 'is_pinned', is: 'true' },
    sort: [{ column: 'last_activity_at', direction: 'desc' }],
    columns: ['title', 'author_id', 'category', 'is_locked', 'comments_count', 'last_activity_at'],
  },
  {
    name: 'removed-posts',
    label: { en: 'Removed posts', fr: 'Publications retirées' },
    table: 'community_posts',
    filter: { column: 'is_deleted', is: 'true' },
    sort: [{ column: 'deleted_at', direction: 'desc' }],
    columns: ['title', 'author_id', 'deleted_reason', 'deleted_by', 'deleted_at'],
  },
  {
    name: 'removed-comments',
    label: { en: 'Removed comments', fr: 'Commentaires retirés' },
    table: 'community_comments',
    filter: { column: 'is_deleted', is: 'true' },
    sort: [{ column: 'deleted_at', direction: 'desc' }],
    columns: ['post_id', 'author_id', 'content', 'deleted_reason', 'deleted_by', 'deleted_at'],
  },
  {
    name: 'upcoming-sessions',
    label: { en: 'Upcoming sessions', fr: 'Sessions à venir' },
    table: 'live_sessions',
    filter: {
      all: [
        { column: 'status', is: 'one_of', values: ['scheduled', 'live'] },
        { column: 'scheduled_at', is: 'at_least', value: { ago: 8, unit: 'hours' } },
      ],
    },
    sort: [{ column: 'scheduled_at', direction: 'asc' }],
    columns: ['title', 'host_id', 'session_type', 'scheduled_at', 'current_participants', 'max_participants'],
  },
  {
    name: 'waiting-list',
    label: { en: 'Waiting for a place', fr: 'En liste d’attente' },
    table: 'session_participants',
    filter: { column: 'attendance_status', is: 'is', value: 'waitlisted' },
    sort: [{ column: 'created_at', direction: 'asc' }],
    columns: ['session_id', 'user_id', 'created_at'],
  },
  {
    name: 'past-due-subscriptions',
    label: { en: 'Failed payments', fr: 'Paiements échoués' },
    table: 'user_subscriptions',
    filter: { column: 'status', is: 'one_of', values: ['past_due', 'unpaid'] },
    sort: [{ column: 'current_period_end', direction: 'asc' }],
    columns: ['user_id', 'plan_id', 'status', 'current_period_end'],
    waits: true,
  },
  {
    name: 'ending-subscriptions',
    label: { en: 'Subscriptions that end soon', fr: 'Abonnements bientôt terminés' },
    table: 'user_subscriptions',
    filter: {
      all: [
        { column: 'cancel_at_period_end', is: 'true' },
        { column: 'status', is: 'one_of', values: ['active', 'trialing'] },
      ],
    },
    sort: [{ column: 'current_period_end', direction: 'asc' }],
    columns: ['user_id', 'plan_id', 'status', 'current_period_end'],
  },
]
