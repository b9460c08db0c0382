import type { Label } from '#shared/systems/manifest.ts'

const plans: Readonly<Record<string, Label>> = {
  starter: { en: 'Starter', fr: 'Débutant' },
  pro: { en: 'Pro', fr: 'Pro' },
  career: { en: 'Career', fr: 'Carrière' },
  coach: { en: 'Coach', fr: 'Coach' },
}
const statuses: Readonly<Record<string, Label>> = {
  active: { en: 'Active', fr: 'Actif' },
  canceled: { en: 'Cancelled', fr: 'Résilié' },
  past_due: { en: 'Payment late', fr: 'Paiement en retard' },
  unpaid: { en: 'Unpaid', fr: 'Impayé' },
}

/** Words for the values of enums (`type`) and of columns with a fixed list (`table.column`). */
export const labels: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  plan_choice: plans,
  'subscriptions.plan_name': plans,
  subscription_status_choice: statuses,
  'subscriptions.status': statuses,
  retention_kind: {
    interviews: { en: 'Interviews (2 years)', fr: 'Entretiens (2 ans)' },
    usage: { en: 'Usage (1 year)', fr: 'Utilisation (1 an)' },
    events: { en: 'System events (90 days)', fr: 'Événements du système (90 jours)' },
  },
  staff_permission: {
    usage: { en: 'Correct usage', fr: 'Corriger l’utilisation' },
    generations: { en: 'Requeue resumes', fr: 'Relancer des CV' },
    subscriptions: { en: 'Change subscriptions', fr: 'Modifier les abonnements' },
    retention: { en: 'Purge what is due', fr: 'Purger ce qui est échu' },
    people: { en: 'Correct and export people', fr: 'Corriger et exporter des personnes' },
  },
  'admin_users.role': {
    admin: { en: 'Admin', fr: 'Administrateur' },
    super_admin: { en: 'Super admin', fr: 'Super administrateur' },
  },
  'interview_sessions.session_type': {
    voice: { en: 'Voice', fr: 'Oral' },
    chat: { en: 'Chat', fr: 'Écrit' },
    resume_analyzer: { en: 'Resume analysis', fr: 'Analyse de CV' },
  },
  'interview_sessions.status': {
    active: { en: 'Running', fr: 'En cours' },
    completed: { en: 'Completed', fr: 'Terminé' },
    abandoned: { en: 'Given up', fr: 'Abandonné' },
  },
  'interview_turns.speaker': {
    user: { en: 'Person', fr: 'Personne' },
    ai: { en: 'Product', fr: 'Produit' },
  },
  'resume_generations.generation_status': {
    processing: { en: 'In the making', fr: 'En préparation' },
    completed: { en: 'Ready', fr: 'Prêt' },
    failed: { en: 'Failed', fr: 'Échoué' },
  },
  'resume_downloads.format': {
    latex: { en: 'LaTeX', fr: 'LaTeX' },
    pdf: { en: 'PDF', fr: 'PDF' },
    word: { en: 'Word', fr: 'Word' },
    overleaf: { en: 'Overleaf', fr: 'Overleaf' },
  },
}
