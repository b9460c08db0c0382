import type { Label } from '#shared/systems/manifest.ts'

/** The sentence for each code by which a function of the database says no, with the params in braces. */
export const messages: Readonly<Record<string, Label>> = {
  'dracarys.staff_only': {
    en: 'Only staff members can do this. Sign in with a staff account.',
    fr: 'Seuls les membres de l’équipe peuvent faire cela. Connectez-vous avec un compte de l’équipe.',
  },
  'dracarys.admin_only': {
    en: 'Only admins can do this. Ask an admin.',
    fr: 'Seuls les administrateurs peuvent faire cela. Demandez à un administrateur.',
  },
  'dracarys.reason_required': {
    en: 'Write why: the reason is kept in the log.',
    fr: 'Écrivez pourquoi : le motif est gardé dans le journal.',
  },
  'dracarys.reason_too_long': {
    en: 'The reason has {{length}} characters; at most {{max}} are allowed. Shorten it.',
    fr: 'Le motif compte {{length}} caractères ; {{max}} au plus sont permis. Raccourcissez-le.',
  },
  'dracarys.log_immutable': {
    en: 'The activity log is a record of what happened: it can’t be changed or deleted.',
    fr: 'Le journal d’activité garde la trace de ce qui s’est passé : il ne peut être ni modifié ni supprimé.',
  },
  'progress.other_gate': {
    en: 'This lesson belongs to another gate.',
    fr: 'Cette leçon appartient à une autre étape.',
  },
  'vote.target_gone': {
    en: 'What this votes on is not there any more.',
    fr: 'Ce sur quoi porte ce vote n’existe plus.',
  },
  'comment.post_removed': {
    en: 'This post was removed: nobody can comment on it.',
    fr: 'Cette publication a été retirée : personne ne peut la commenter.',
  },
  'comment.post_locked': {
    en: 'This post is locked: nobody can comment on it any more.',
    fr: 'Cette publication est verrouillée : plus personne ne peut la commenter.',
  },
  'comment.other_thread': {
    en: 'The comment that this answers belongs to another post.',
    fr: 'Le commentaire auquel celui-ci répond appartient à une autre publication.',
  },
  'content.not_an_object': {
    en: 'The content must be an object: {"sections": […]}. Place: {{path}}.',
    fr: 'Le contenu doit être un objet : {"sections": […]}. Emplacement : {{path}}.',
  },
  'content.no_sections': {
    en: 'The content needs a list “sections” with one section at least. Place: {{path}}.',
    fr: 'Le contenu doit avoir une liste « sections » d’au moins une section. Emplacement : {{path}}.',
  },
  'content.type_unknown': {
    en: 'Section {{section}} needs a type: text, video, chart or exercise. Place: {{path}}.',
    fr: 'La section {{section}} doit avoir un type : text, video, chart ou exercise. Emplacement : {{path}}.',
  },
  'content.title_missing': {
    en: 'Section {{section}} has no title. Place: {{path}}.',
    fr: 'La section {{section}} n’a pas de titre. Emplacement : {{path}}.',
  },
  'content.body_missing': {
    en: 'Section {{section}} has no text in “body”. Place: {{path}}.',
    fr: 'La section {{section}} n’a pas de texte dans « body ». Emplacement : {{path}}.',
  },
  'content.url_invalid': {
    en: 'Section {{section}} needs an address in “url” that begins with https://. Place: {{path}}.',
    fr: 'La section {{section}} doit avoir dans « url » une adresse qui commence par https://. Emplacement : {{path}}.',
  },
  'assessment.not_an_object': {
    en: 'The assessment must be an object: {"passing_score": 70, "questions": […]}. Place: {{path}}.',
    fr: 'L’évaluation doit être un objet : {"passing_score": 70, "questions": […]}. Emplacement : {{path}}.',
  },
  'assessment.passing_score': {
    en: '“passing_score” must be a number from 0 to 100. Place: {{path}}.',
    fr: '« passing_score » doit être un nombre de 0 à 100. Emplacement : {{path}}.',
  },
  'assessment.no_questions': {
    en: 'The assessment needs a list “questions” with one question at least. Place: {{path}}.',
    fr: 'L’évaluation doit avoir une liste « questions » d’au moins une question. Emplacement : {{path}}.',
  },
  'assessment.prompt_missing': {
    en: 'Question {{question}} has no text in “prompt”. Place: {{path}}.',
    fr: 'La question {{question}} n’a pas de texte dans « prompt ». Emplacement : {{path}}.',
  },
  'assessment.too_few_options': {
    en: 'Question {{question}} needs a list “options” with two answers at least. Place: {{path}}.',
    fr: 'La question {{question}} doit avoir une liste « options » d’au moins deux réponses. Emplacement : {{path}}.',
  },
  'assessment.option_empty': {
    en: 'An answer of question {{question}} is empty. Place: {{path}}.',
    fr: 'Une réponse de la question {{question}} est vide. Emplacement : {{path}}.',
  },
  'assessment.option_twice': {
    en: 'Question {{question}} has the same answer twice. Place: {{path}}.',
    fr: 'La question {{question}} a deux fois la même réponse. Emplacement : {{path}}.',
  },
  'assessment.correct_unknown': {
    en: '“correct” of question {{question}} must be a number from 0 to {{max}}: the place of the right answer. Place: {{path}}.',
    fr: '« correct » de la question {{question}} doit être un nombre de 0 à {{max}} : la position de la bonne réponse. Emplacement : {{path}}.',
  },
  'lesson.unknown': { en: 'This lesson does not exist.', fr: 'Cette leçon n’existe pas.' },
  'lesson.edited': {
    en: '“{{lesson}}” has been edited since you read it. Read it again and decide again.',
    fr: '« {{lesson}} » a été modifiée depuis votre lecture. Relisez-la et décidez à nouveau.',
  },
  'lesson.title_invalid': {
    en: 'A lesson needs a title of at most 200 characters.',
    fr: 'Une leçon doit avoir un titre d’au plus 200 caractères.',
  },
  'lesson.unchanged': { en: 'Nothing would change.', fr: 'Rien ne changerait.' },
  'lesson.published_already': {
    en: '“{{lesson}}” has been published meanwhile.',
    fr: '« {{lesson}} » a été publiée entre-temps.',
  },
  'lesson.draft_already': {
    en: '“{{lesson}}” has been taken back meanwhile.',
    fr: '« {{lesson}} » a été dépubliée entre-temps.',
  },
  'lesson.place_unknown': {
    en: 'The level has {{count}} lessons: choose a place from 1 to {{count}}.',
    fr: 'Le niveau a {{count}} leçons : choisissez une place de 1 à {{count}}.',
  },
  'lesson.moved_already': {
    en: '“{{lesson}}” has been moved to place {{place}} meanwhile.',
    fr: '« {{lesson}} » a été déplacée à la place {{place}} entre-temps.',
  },
  'lesson.place_unchanged': { en: 'It stands there already.', fr: 'Elle s’y trouve déjà.' },
  'post.gone': {
    en: 'This post has been deleted by its author.',
    fr: 'Cette publication a été supprimée par son auteur.',
  },
  'post.removed_meanwhile': {
    en: '{{by}} has removed this post meanwhile.',
    fr: '{{by}} a retiré cette publication entre-temps.',
  },
  'post.marked_already': {
    en: 'Somebody else has done this meanwhile.',
    fr: 'Quelqu’un d’autre l’a fait entre-temps.',
  },
  'content.gone': {
    en: 'Its author has deleted it. Nothing is left to decide.',
    fr: 'Son auteur l’a supprimé. Il n’y a plus rien à décider.',
  },
  'content.removed_already': {
    en: '{{by}} has removed it meanwhile.',
    fr: '{{by}} l’a retiré entre-temps.',
  },
  'content.restored_already': {
    en: 'Somebody else has restored it meanwhile.',
    fr: 'Quelqu’un d’autre l’a rétabli entre-temps.',
  },
  'session.closed': {
    en: 'This session is over or was cancelled: nobody can register any more.',
    fr: 'Cette session est terminée ou annulée : plus personne ne peut s’inscrire.',
  },
  'session.title_invalid': {
    en: 'A session needs a title of at most 200 characters.',
    fr: 'Une session doit avoir un titre d’au plus 200 caractères.',
  },
  'session.host_unknown': { en: 'Choose who hosts the session.', fr: 'Choisissez qui anime la session.' },
  'session.type_unknown': {
    en: 'Choose: workshop, questions and answers, or presentation.',
    fr: 'Choisissez : atelier, questions-réponses ou présentation.',
  },
  'session.in_the_past': {
    en: 'A session is scheduled ahead: choose a later time.',
    fr: 'Une session se prévoit à l’avance : choisissez une date ultérieure.',
  },
  'session.duration_invalid': {
    en: 'A session lasts from 5 to 480 minutes.',
    fr: 'Une session dure de 5 à 480 minutes.',
  },
  'session.max_invalid': {
    en: 'Enter how many can take part, or -1 for any number.',
    fr: 'Saisissez le nombre de places, ou -1 pour un nombre illimité.',
  },
  'session.url_invalid': {
    en: 'The address of the meeting begins with https://.',
    fr: 'L’adresse de la réunion commence par https://.',
  },
  'session.unknown': { en: 'This session does not exist.', fr: 'Cette session n’existe pas.' },
  'session.not_ahead': {
    en: '“{{session}}” has begun, has ended or was cancelled meanwhile.',
    fr: '« {{session}} » a commencé, s’est terminée ou a été annulée entre-temps.',
  },
  'session.moved': {
    en: '“{{session}}” has been moved to another time meanwhile.',
    fr: '« {{session}} » a été déplacée à une autre date entre-temps.',
  },
  'attendance.unknown': {
    en: 'This person is not registered any more.',
    fr: 'Cette personne n’est plus inscrite.',
  },
  'attendance.status_required': { en: 'Choose what became of it.', fr: 'Choisissez ce qu’il en est.' },
  'attendance.marked_already': {
    en: 'Somebody else has marked this person meanwhile.',
    fr: 'Quelqu’un d’autre a pointé cette personne entre-temps.',
  },
  'attendance.unchanged': {
    en: 'It says so already. Nothing would change.',
    fr: 'C’est déjà indiqué ainsi. Rien ne changerait.',
  },
  'attendance.too_early': { en: 'The session has not begun yet.', fr: 'La session n’a pas encore commencé.' },
  'learner.unknown': { en: 'This learner does not exist.', fr: 'Cet apprenant n’existe pas.' },
  'award.unknown': {
    en: 'Choose an achievement that can still be unlocked.',
    fr: 'Choisissez un succès qui peut encore être débloqué.',
  },
  'award.held': { en: '{{person}} has “{{achievement}}” already.', fr: '{{person}} a déjà « {{achievement}} ».' },
  'award.gone': {
    en: 'Somebody else has taken this achievement back meanwhile.',
    fr: 'Quelqu’un d’autre a retiré ce succès entre-temps.',
  },
  'xp.out_of_range': { en: 'Enter XP from 0 to 10 000 000.', fr: 'Saisissez de 0 à 10 000 000 XP.' },
  'xp.changed': {
    en: '{{person}} has {{xp}} XP by now. Look at it and decide again.',
    fr: '{{person}} a maintenant {{xp}} XP. Regardez et décidez à nouveau.',
  },
  'xp.unchanged': {
    en: 'These are the XP already. Nothing would change.',
    fr: 'Ce sont déjà les XP. Rien ne changerait.',
  },
  'streak.none': {
    en: 'This person has not begun a streak yet.',
    fr: 'Cette personne n’a pas encore commencé de série.',
  },
  'streak.out_of_range': {
    en: 'Enter a number of days from 0 to 10 000.',
    fr: 'Saisissez un nombre de jours de 0 à 10 000.',
  },
  'streak.changed': {
    en: 'The streak of {{person}} is {{days}} days by now. Look at it and decide again.',
    fr: 'La série de {{person}} est maintenant de {{days}} jours. Regardez et décidez à nouveau.',
  },
  'streak.unchanged': {
    en: 'The streak is so long already. Nothing would change.',
    fr: 'La série a déjà cette durée. Rien ne changerait.',
  },
  'learner_subscription.unknown': { en: 'This subscription does not exist.', fr: 'Cet abonnement n’existe pas.' },
  'learner_subscription.status_required': { en: 'Choose a status.', fr: 'Choisissez un statut.' },
  'learner_subscription.changed': {
    en: 'The subscription of {{person}} has changed meanwhile. Look at it and decide again.',
    fr: 'L’abonnement de {{person}} a changé entre-temps. Regardez et décidez à nouveau.',
  },
  'learner_subscription.unchanged': {
    en: 'The subscription is so already. Nothing would change.',
    fr: 'L’abonnement est déjà ainsi. Rien ne changerait.',
  },
  'learner_subscription.plan_not_sold': { en: 'Choose a plan that is sold.', fr: 'Choisissez une formule en vente.' },
  'learner_subscription.ended': {
    en: 'A canceled subscription has ended: it can’t end with its period as well.',
    fr: 'Un abonnement résilié est terminé : il ne peut pas se terminer en plus avec sa période.',
  },
}
