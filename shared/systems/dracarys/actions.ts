import type { ActionManifest, ArgumentManifest } from '#shared/systems/manifest.ts'

const reason: ArgumentManifest = { label: { en: 'Reason', fr: 'Motif' }, as: 'long text' }
const made = (en: string, fr: string): ArgumentManifest => ({ label: { en, fr }, as: 'made' })
const given = (column: string, en: string, fr: string): ArgumentManifest => ({ label: { en, fr }, from: column })
const decision = made('Decision', 'Décision')
const lesson = given('id', 'Lesson', 'Leçon')
const post = given('id', 'Post', 'Publication')
const comment = given('id', 'Comment', 'Commentaire')
const version = given('content_version', 'Version read', 'Version lue')

const lessonSubject = `
  select title as lesson, level_id as level from public.lessons where id = ($1::jsonb ->> 'p_lesson_id')::uuid`
const postSubject = `
  select p.title as post, u.full_name as author
  from public.community_posts p left join public.user_profiles u on u.id = p.author_id
  where p.id = ($1::jsonb ->> 'p_post_id')::uuid`
const commentSubject = `
  select left(c.content, 80) as comment, p.title as post, u.full_name as author
  from public.community_comments c
  join public.community_posts p on p.id = c.post_id
  left join public.user_profiles u on u.id = c.author_id
  where c.id = ($1::jsonb ->> 'p_comment_id')::uuid`
const personSubject = `
  select full_name as person from public.user_profiles where id = ($1::jsonb ->> 'p_user_id')::uuid`

const shown = { column: 'is_deleted', is: 'false' } as const
const removed = { column: 'is_deleted', is: 'true' } as const

/** The functions that staff call, each with its name and the words for what a call is about. */
export const actions: Readonly<Record<string, ActionManifest>> = {
  edit_lesson: {
    label: { en: 'Edit the lesson', fr: 'Modifier la leçon' },
    subject: lessonSubject,
    on: { table: 'lessons' },
    args: {
      p_lesson_id: lesson,
      p_content_version: version,
      p_title: { label: { en: 'Title', fr: 'Titre' } },
      p_content_data: { label: { en: 'Content (JSON)', fr: 'Contenu (JSON)' }, as: 'long text' },
      p_assessment_data: { label: { en: 'Questions (JSON)', fr: 'Évaluation (JSON)' }, as: 'long text' },
      p_edit_id: decision,
    },
  },
  publish_lesson: {
    label: { en: 'Publish the lesson', fr: 'Publier la leçon' },
    subject: lessonSubject,
    on: { table: 'lessons', when: { column: 'is_active', is: 'false' } },
    args: { p_lesson_id: lesson, p_content_version: version, p_publish_id: decision },
  },
  unpublish_lesson: {
    label: { en: 'Make the lesson a draft', fr: 'Dépublier la leçon' },
    subject: lessonSubject,
    on: { table: 'lessons', when: { column: 'is_active', is: 'true' } },
    args: { p_lesson_id: lesson, p_reason: reason, p_unpublish_id: decision },
    confirm: {
      en: 'Learners do not find it any more. Who has completed it keeps what it earned.',
      fr: 'Les apprenants ne la trouvent plus. Qui l’a terminée garde ce qu’elle a rapporté.',
    },
  },
  move_lesson: {
    label: { en: 'Move the lesson', fr: 'Déplacer la leçon' },
    subject: lessonSubject,
    on: { table: 'lessons' },
    args: {
      p_lesson_id: lesson,
      p_from_place: given('order_index', 'Place so far', 'Place actuelle'),
      p_to_place: { label: { en: 'New place in the level', fr: 'Nouvelle place dans le niveau' } },
      p_move_id: decision,
    },
  },
  pin_post: {
    label: { en: 'Pin the post', fr: 'Épingler la publication' },
    subject: postSubject,
    on: { table: 'community_posts', when: { all: [shown, { column: 'is_pinned', is: 'false' }] } },
    args: { p_post_id: post, p_pin_id: decision },
  },
  unpin_post: {
    label: { en: 'Unpin the post', fr: 'Désépingler la publication' },
    subject: postSubject,
    on: { table: 'community_posts', when: { all: [shown, { column: 'is_pinned', is: 'true' }] } },
    args: { p_post_id: post, p_unpin_id: decision },
  },
  lock_post: {
    label: { en: 'Lock the post', fr: 'Verrouiller la publication' },
    subject: postSubject,
    on: { table: 'community_posts', when: { all: [shown, { column: 'is_locked', is: 'false' }] } },
    args: { p_post_id: post, p_lock_id: decision },
  },
  unlock_post: {
    label: { en: 'Unlock the post', fr: 'Déverrouiller la publication' },
    subject: postSubject,
    on: { table: 'community_posts', when: { all: [shown, { column: 'is_locked', is: 'true' }] } },
    args: { p_post_id: post, p_unlock_id: decision },
  },
  remove_post: {
    label: { en: 'Remove the post', fr: 'Retirer la publication' },
    subject: postSubject,
    on: { table: 'community_posts', when: shown },
    args: { p_post_id: post, p_reason: reason, p_remove_id: decision },
  },
  restore_post: {
    label: { en: 'Restore the post', fr: 'Rétablir la publication' },
    subject: postSubject,
    on: { table: 'community_posts', when: removed },
    args: { p_post_id: post, p_reason: reason, p_restore_id: decision },
  },
  remove_comment: {
    label: { en: 'Remove the comment', fr: 'Retirer le commentaire' },
    subject: commentSubject,
    on: { table: 'community_comments', when: shown },
    args: { p_comment_id: comment, p_reason: reason, p_remove_id: decision },
  },
  restore_comment: {
    label: { en: 'Restore the comment', fr: 'Rétablir le commentaire' },
    subject: commentSubject,
    on: { table: 'community_comments', when: removed },
    args: { p_comment_id: comment, p_reason: reason, p_restore_id: decision },
  },
  schedule_session: {
    label: { en: 'Schedule a session', fr: 'Prévoir une session' },
    subject: `select $1::jsonb ->> 'p_title' as session`,
    args: {
      p_title: { label: { en: 'Title', fr: 'Titre' } },
      p_host_id: { label: { en: 'Host', fr: 'Animateur' }, row: 'user_profiles' },
      p_session_type: { label: { en: 'Kind', fr: 'Type' }, of: 'live_sessions.session_type' },
      p_scheduled_at: { label: { en: 'Begins', fr: 'Début' } },
      p_minutes: { label: { en: 'Lasts (minutes)', fr: 'Durée (minutes)' } },
      p_description: { label: { en: 'Description', fr: 'Description' }, as: 'long text' },
      p_max_participants: { label: { en: 'Places (-1: any number)', fr: 'Places (-1 : illimité)' } },
      p_meeting_url: { label: { en: 'Address of the meeting', fr: 'Adresse de la réunion' } },
      p_session_id: made('Session', 'Session'),
    },
  },
  cancel_session: {
    label: { en: 'Cancel the session', fr: 'Annuler la session' },
    subject: `
      select title as session, scheduled_at::date::text as day from public.live_sessions
      where id = ($1::jsonb ->> 'p_session_id')::uuid`,
    on: { table: 'live_sessions', when: { column: 'status', is: 'is', value: 'scheduled' } },
    args: {
      p_session_id: given('id', 'Session', 'Session'),
      p_from_scheduled_at: given('scheduled_at', 'Begins', 'Début'),
      p_reason: reason,
      p_cancel_id: decision,
    },
    confirm: {
      en: 'A cancelled session does not take place any more, for nobody.',
      fr: 'Une session annulée n’a plus lieu, pour personne.',
    },
  },
  mark_attendance: {
    label: { en: 'Mark attendance', fr: 'Pointer la présence' },
    subject: `
      select u.full_name as person, s.title as session
      from public.session_participants p
      join public.live_sessions s on s.id = p.session_id
      left join public.user_profiles u on u.id = p.user_id
      where p.id = ($1::jsonb ->> 'p_participant_id')::uuid`,
    on: { table: 'session_participants' },
    args: {
      p_participant_id: given('id', 'Participant', 'Participant'),
      p_from_status: given('attendance_status', 'Status so far', 'Statut actuel'),
      p_to_status: { label: { en: 'New status', fr: 'Nouveau statut' }, of: 'session_participants.attendance_status' },
      p_mark_id: decision,
    },
  },
  grant_achievement: {
    label: { en: 'Grant an achievement', fr: 'Accorder un succès' },
    subject: `
      select u.full_name as person, a.title as achievement
      from public.user_profiles u, public.achievements a
      where u.id = ($1::jsonb ->> 'p_user_id')::uuid and a.id = ($1::jsonb ->> 'p_achievement_id')::uuid`,
    on: { table: 'user_profiles' },
    args: {
      p_user_id: given('id', 'Person', 'Personne'),
      p_achievement_id: { label: { en: 'Achievement', fr: 'Succès' }, row: 'achievements' },
      p_reason: reason,
      p_grant_id: made('Unlocked achievement', 'Succès débloqué'),
    },
  },
  revoke_achievement: {
    label: { en: 'Take the achievement back', fr: 'Retirer le succès' },
    subject: `
      select u.full_name as person, a.title as achievement
      from public.user_achievements h
      join public.achievements a on a.id = h.achievement_id
      left join public.user_profiles u on u.id = h.user_id
      where h.id = ($1::jsonb ->> 'p_user_achievement_id')::uuid`,
    on: { table: 'user_achievements' },
    args: {
      p_user_achievement_id: given('id', 'Unlocked achievement', 'Succès débloqué'),
      p_reason: reason,
      p_revoke_id: decision,
    },
    confirm: {
      en: 'The person loses the achievement and the XP that it brought.',
      fr: 'La personne perd le succès et les XP qu’il a rapportés.',
    },
  },
  correct_xp: {
    label: { en: 'Correct the XP', fr: 'Corriger les XP' },
    subject: personSubject,
    on: { table: 'user_profiles' },
    args: {
      p_user_id: given('id', 'Person', 'Personne'),
      p_from_xp: given('total_xp', 'XP so far', 'XP actuels'),
      p_to_xp: { label: { en: 'Right XP', fr: 'XP corrects' } },
      p_reason: reason,
      p_correction_id: made('Correction', 'Correction'),
    },
  },
  correct_streak: {
    label: { en: 'Correct the streak', fr: 'Corriger la série' },
    subject: personSubject,
    on: { table: 'user_streaks' },
    args: {
      p_user_id: given('user_id', 'Person', 'Personne'),
      p_from_streak: given('current_streak', 'Days so far', 'Jours actuels'),
      p_to_streak: { label: { en: 'Right number of days', fr: 'Nombre de jours correct' } },
      p_reason: reason,
      p_correction_id: made('Correction', 'Correction'),
    },
  },
  change_subscription: {
    label: { en: 'Change the subscription', fr: 'Modifier l’abonnement' },
    subject: `
      select u.full_name as person, p.name as plan
      from public.user_subscriptions s
      join public.subscription_plans p on p.id = s.plan_id
      left join public.user_profiles u on u.id = s.user_id
      where s.id = ($1::jsonb ->> 'p_subscription_id')::uuid`,
    on: { table: 'user_subscriptions' },
    args: {
      p_subscription_id: given('id', 'Subscription', 'Abonnement'),
      p_from_plan_id: given('plan_id', 'Plan so far', 'Formule actuelle'),
      p_plan_id: { label: { en: 'Plan', fr: 'Formule' }, row: 'subscription_plans' },
      p_from_status: given('status', 'Status so far', 'Statut actuel'),
      p_status: { label: { en: 'Status', fr: 'Statut' } },
      p_cancel_at_period_end: { label: { en: 'Ends with the period', fr: 'Se termine avec la période' } },
      p_reason: reason,
      p_change_id: decision,
    },
    confirm: {
      en: 'The payment provider is not told: change it there as well.',
      fr: 'Le prestataire de paiement n’est pas informé : modifiez-le aussi chez lui.',
    },
  },
}
