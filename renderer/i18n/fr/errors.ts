import type { errors as words } from '../en/errors.ts'
import type { Words } from '../words.ts'

export const errors: Words<typeof words> = {
  title: 'Cela n’a pas fonctionné',
  bad_request: 'La console a demandé quelque chose qu’elle ne comprend pas. {{message}}',
  not_found: 'Introuvable sur cet ordinateur. C’est peut-être supprimé, ou vous n’avez pas le droit de le voir.',
  not_allowed: 'Votre compte ne permet pas cette action.',
  refused: '{{message}}',
  conflict: 'Quelqu’un d’autre a modifié la même chose entre-temps.',
  workspace_exists: 'Un espace de travail porte déjà ce nom. Choisissez-en un autre.',
  workspace_unknown: 'Aucun espace de travail ne porte ce nom sur cet ordinateur.',
  workspace_locked: 'Cet espace est ouvert dans une autre fenêtre d’Outpost. Fermez-la, puis réessayez.',
  workspace_busy: 'Cet espace est occupé. Réessayez dans un instant.',
  pending_entries: 'Certaines de vos décisions ne sont pas encore envoyées. Elles sont en sûreté sur cet ordinateur.',
  signed_out: 'Vous êtes déconnecté. Reconnectez-vous ; tout ce que vous avez décidé est encore là.',
  wrong_password: 'L’adresse e-mail ou le mot de passe est incorrect.',
  account_banned:
    'Ce compte est bloqué : rien n’est envoyé. Demandez à un administrateur de le débloquer ; vos décisions attendent ici jusque-là.',
  account_gone:
    'Ce compte n’existe plus : rien n’est envoyé. Vos décisions sont gardées ici ; demandez à un administrateur de rétablir le compte.',
  not_staff:
    'Ce compte n’a pas accès à la console : rien n’est envoyé. Demandez l’accès à un administrateur ; vos décisions attendent ici jusque-là.',
  other_person:
    'Des décisions d’une autre personne attendent ici et ne partent jamais sous votre nom. Qu’elle se connecte et synchronise d’abord.',
  offline: 'Pas de réseau. Vous pouvez continuer : vos décisions sont enregistrées ici et partiront à son retour.',
  unreachable: 'Le serveur ne répond pas. Votre travail est enregistré ici et partira dès qu’il répondra.',
  timeout: 'Le serveur a mis trop de temps à répondre. Rien n’est perdu ; un nouvel essai suivra.',
  not_supabase: 'Aucun projet Supabase à cette adresse. Vérifiez l’URL, ou connectez-vous d’abord à ce réseau.',
  wrong_key: 'Cette clé n’appartient pas au projet de cette adresse.',
  no_sync_sql: 'Le SQL de la console manque dans ce projet. Installez-le avec « outpost cloud install ».',
  version_behind:
    'Le SQL de la console sur le serveur est plus récent que cette console. Vous pouvez continuer ici ; mettez la console à jour pour envoyer.',
  version_ahead:
    'Le SQL de la console sur le serveur est plus ancien que cette console. Vous pouvez continuer ici ; rien ne part avant sa mise à jour avec « outpost cloud install ».',
  server_replaced:
    'Le serveur n’est plus celui dont vient cette copie : il a été restauré ou remplacé. Rien ne part avant votre décision.',
  rate_limited: 'Trop d’essais. Attendez {{retryAfter}} s, puis réessayez.',
  server_error: 'Le serveur a fait une erreur. Votre travail est enregistré ici et un nouvel essai suivra.',
  bad_answer: 'Le serveur a donné une réponse inattendue. Votre travail est enregistré ici.',
  too_large: 'C’est trop volumineux pour être envoyé.',
  file_missing: 'Le fichier n’est pas sur cet ordinateur et ne peut pas être cherché hors ligne.',
  file_corrupt: 'Le fichier est endommagé : ce n’est pas celui qui a été envoyé. Redemandez-le.',
  file_too_large: 'Le fichier est trop volumineux pour être affiché ici.',
  disk_full: 'Le disque est plein. Rien n’a été enregistré ; faites de la place, puis réessayez.',
  journal_damaged: 'Le journal de cet espace est endommagé. Plus rien n’y est écrit. Lancez « outpost doctor ».',
  mirror_damaged:
    'La copie du serveur sur cet ordinateur est endommagée. Elle sera recopiée dès qu’il y aura du réseau. Tout ce qui était enregistré est en sécurité ; ceci n’a pas été fait.',
  cancelled: 'Arrêté.',
  internal: 'Une erreur s’est produite dans la console. Rien de ce qui était enregistré n’est perdu.',
}
