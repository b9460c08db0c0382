import type { Label, TableManifest } from '#shared/systems/manifest.ts'

const people: Label = { en: 'People', fr: 'Personnes' }
const interviews: Label = { en: 'Interviews', fr: 'Entretiens' }
const resumes: Label = { en: 'Resumes', fr: 'CV' }
const records: Label = { en: 'Records', fr: 'Journaux' }

/** Names of the tables, in the order of the side bar. What grows with every word that is spoken is kept for a while only. */
export const tables: Readonly<Record<string, TableManifest>> = {
  profiles: {
    label: { en: 'People', fr: 'Personnes' },
    one: { en: 'Person', fr: 'Personne' },
    group: people,
    name: 'full_name',
    list: ['full_name', 'user_id', 'job_title', 'company', 'created_at'],
  },
  subscriptions: {
    label: { en: 'Subscriptions', fr: 'Abonnements' },
    one: { en: 'Subscription', fr: 'Abonnement' },
    group: people,
    name: 'plan_name',
    list: ['user_id', 'plan_name', 'status', 'current_period_end', 'cancel_at_period_end'],
  },
  usage_tracking: {
    label: { en: 'Usage', fr: 'Utilisation' },
    one: { en: 'Month of use', fr: 'Mois d’utilisation' },
    group: people,
    name: 'month',
    list: ['user_id', 'month', 'interviews_used', 'cover_letters_used', 'updated_at'],
  },
  usage_against_plan: {
    label: { en: 'Usage against plan', fr: 'Utilisation et formule' },
    one: { en: 'This month', fr: 'Ce mois-ci' },
    group: people,
    name: 'full_name',
    list: [
      'full_name',
      'plan_name',
      'interviews_used',
      'interviews_allowed',
      'cover_letters_used',
      'cover_letters_allowed',
      'is_over',
    ],
  },
  interview_sessions: {
    label: { en: 'Interviews', fr: 'Entretiens' },
    one: { en: 'Interview', fr: 'Entretien' },
    group: interviews,
    name: 'role_type',
    list: ['user_id', 'session_type', 'role_type', 'status', 'turns_count', 'duration_seconds', 'created_at'],
  },
  interview_turns: {
    label: { en: 'Turns', fr: 'Répliques' },
    one: { en: 'Turn', fr: 'Réplique' },
    group: interviews,
    name: 'message',
    list: ['session_id', 'turn_number', 'speaker', 'message', 'created_at'],
    scope: { days: 90, by: 'created_at' },
  },
  interview_transcripts: {
    label: { en: 'Transcripts', fr: 'Transcriptions' },
    one: { en: 'Transcript', fr: 'Transcription' },
    group: interviews,
    name: 'transcript_text',
    list: ['user_id', 'transcript_text', 'confidence_score', 'processing_time_ms', 'created_at'],
    scope: { days: 90, by: 'created_at' },
  },
  resume_bullets: {
    label: { en: 'Bullets', fr: 'Puces de CV' },
    one: { en: 'Set of bullets', fr: 'Jeu de puces' },
    group: resumes,
    name: 'question',
    list: ['user_id', 'question', 'role', 'bullets', 'created_at'],
    scope: { days: 365, by: 'created_at' },
  },
  resume_generations: {
    label: { en: 'Resumes', fr: 'CV' },
    one: { en: 'Resume', fr: 'CV' },
    group: resumes,
    name: 'role_type',
    list: ['user_id', 'role_type', 'template_name', 'generation_status', 'error_message', 'created_at'],
  },
  resume_downloads: {
    label: { en: 'Downloads', fr: 'Téléchargements' },
    one: { en: 'Download', fr: 'Téléchargement' },
    group: resumes,
    name: 'format',
    list: ['generation_id', 'format', 'file_size_bytes', 'download_count', 'created_at'],
  },
  admin_users: {
    label: { en: 'Staff', fr: 'Équipe' },
    one: { en: 'Staff member', fr: 'Membre de l’équipe' },
    group: records,
    name: 'email',
    list: ['email', 'role', 'permissions', 'created_at'],
  },
  system_events: {
    label: { en: 'System events', fr: 'Événements du système' },
    one: { en: 'Event', fr: 'Événement' },
    group: records,
    name: 'event_type',
    list: ['created_at', 'event_type', 'user_id', 'event_data', 'ip_address'],
    // A month longer than they are kept for, so that what is due shows.
    scope: { days: 120, by: 'created_at' },
  },
  retention_due: {
    label: { en: 'Retention', fr: 'Conservation' },
    one: { en: 'What is due', fr: 'Ce qui est échu' },
    group: records,
    name: 'table_name',
    list: ['kind', 'table_name', 'due_before', 'due_rows'],
  },
}
