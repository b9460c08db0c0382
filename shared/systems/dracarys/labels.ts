import type { Label } from '#shared/systems/manifest.ts'

const learned: Readonly<Record<string, Label>> = {
  login: { en: 'Signed in', fr: 'Connexion' },
  lesson_complete: { en: 'Lesson completed', fr: 'Leçon terminée' },
  achievement_gain: { en: 'Achievement unlocked', fr: 'Succès débloqué' },
  post_create: { en: 'Post written', fr: 'Publication écrite' },
  session_join: { en: 'Registered for a session', fr: 'Inscription à une session' },
}

/** Words for every value of every enum, and of columns with a fixed list of values. */
export const labels: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  activity_type: learned,
  subscription_status: {
    active: { en: 'Active', fr: 'Actif' },
    past_due: { en: 'Payment failed', fr: 'Paiement échoué' },
    canceled: { en: 'Canceled', fr: 'Résilié' },
    unpaid: { en: 'Unpaid', fr: 'Impayé' },
    trialing: { en: 'On trial', fr: 'À l’essai' },
  },
  'user_profiles.role': {
    learner: { en: 'Learner', fr: 'Apprenant' },
    moderator: { en: 'Moderator', fr: 'Modérateur' },
    admin: { en: 'Admin', fr: 'Administrateur' },
  },
  'lessons.difficulty': {
    beginner: { en: 'Beginner', fr: 'Débutant' },
    intermediate: { en: 'Intermediate', fr: 'Intermédiaire' },
    advanced: { en: 'Advanced', fr: 'Avancé' },
  },
  'achievements.rarity': {
    common: { en: 'Common', fr: 'Courant' },
    rare: { en: 'Rare', fr: 'Rare' },
    epic: { en: 'Epic', fr: 'Épique' },
    legendary: { en: 'Legendary', fr: 'Légendaire' },
  },
  'leaderboard.period': {
    daily: { en: 'Day', fr: 'Jour' },
    weekly: { en: 'Week', fr: 'Semaine' },
    monthly: { en: 'Month', fr: 'Mois' },
    all_time: { en: 'All time', fr: 'Depuis le début' },
  },
  'community_posts.post_type': {
    discussion: { en: 'Discussion', fr: 'Discussion' },
    question: { en: 'Question', fr: 'Question' },
    announcement: { en: 'Announcement', fr: 'Annonce' },
  },
  'community_votes.target_type': {
    post: { en: 'Post', fr: 'Publication' },
    comment: { en: 'Comment', fr: 'Commentaire' },
  },
  'community_votes.vote_type': {
    upvote: { en: 'For', fr: 'Pour' },
    downvote: { en: 'Against', fr: 'Contre' },
  },
  'live_sessions.session_type': {
    workshop: { en: 'Workshop', fr: 'Atelier' },
    'q&a': { en: 'Questions and answers', fr: 'Questions-réponses' },
    presentation: { en: 'Presentation', fr: 'Présentation' },
  },
  'live_sessions.status': {
    scheduled: { en: 'Scheduled', fr: 'Prévue' },
    live: { en: 'Live', fr: 'En direct' },
    ended: { en: 'Ended', fr: 'Terminée' },
    cancelled: { en: 'Cancelled', fr: 'Annulée' },
  },
  'session_participants.attendance_status': {
    registered: { en: 'Registered', fr: 'Inscrit' },
    attended: { en: 'Attended', fr: 'Présent' },
    missed: { en: 'Missed it', fr: 'Absent' },
    waitlisted: { en: 'Waits for a place', fr: 'En liste d’attente' },
  },
  'subscription_plans.plan_type': {
    monthly: { en: 'Monthly', fr: 'Mensuelle' },
    yearly: { en: 'Yearly', fr: 'Annuelle' },
    lifetime: { en: 'For life', fr: 'À vie' },
  },
  'user_activity_log.activity_type': {
    ...learned,
    'lesson.published': { en: 'Lesson published', fr: 'Leçon publiée' },
    'lesson.unpublished': { en: 'Lesson taken back', fr: 'Leçon dépubliée' },
    'lesson.edited': { en: 'Lesson edited', fr: 'Leçon modifiée' },
    'lesson.moved': { en: 'Lesson moved', fr: 'Leçon déplacée' },
    'post.pinned': { en: 'Post pinned', fr: 'Publication épinglée' },
    'post.unpinned': { en: 'Post unpinned', fr: 'Publication désépinglée' },
    'post.locked': { en: 'Post locked', fr: 'Publication verrouillée' },
    'post.unlocked': { en: 'Post unlocked', fr: 'Publication déverrouillée' },
    'post.removed': { en: 'Post removed', fr: 'Publication retirée' },
    'post.restored': { en: 'Post restored', fr: 'Publication rétablie' },
    'comment.removed': { en: 'Comment removed', fr: 'Commentaire retiré' },
    'comment.restored': { en: 'Comment restored', fr: 'Commentaire rétabli' },
    'session.scheduled': { en: 'Session scheduled', fr: 'Session prévue' },
    'session.cancelled': { en: 'Session cancelled', fr: 'Session annulée' },
    'attendance.marked': { en: 'Attendance marked', fr: 'Présence pointée' },
    'achievement.granted': { en: 'Achievement granted', fr: 'Succès accordé' },
    'achievement.revoked': { en: 'Achievement taken back', fr: 'Succès retiré' },
    'xp.corrected': { en: 'XP corrected', fr: 'XP corrigés' },
    'streak.corrected': { en: 'Streak corrected', fr: 'Série corrigée' },
    'subscription.changed': { en: 'Subscription changed', fr: 'Abonnement modifié' },
  },
}
