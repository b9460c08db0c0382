import type { Label } from '#shared/systems/manifest.ts'

/** The words of the one who said no, where nobody can know them beforehand. */
const ownWords: Label = { en: '{{message}}', fr: '{{message}}' }
const internal: Label = {
  en: 'The server did not understand what the console sent, so nothing was changed. What you wrote is kept here.',
  fr: 'Le serveur n’a pas compris ce que la console a envoyé ; rien n’a été modifié. Ce que vous avez écrit est gardé ici.',
}
const schemaChanged: Label = {
  en: 'The server’s tables have changed since: it no longer knows this. What you wrote is kept here.',
  fr: 'Les tables du serveur ont changé depuis : il ne connaît plus ceci. Ce que vous avez écrit est gardé ici.',
}
const notMirrored: Label = {
  en: 'This table can’t be kept on this computer.',
  fr: 'Cette table ne peut pas être gardée sur cet ordinateur.',
}

/** Reasons that any project may give, beside those of a system's own functions. `field` and `message` always have a value. */
export const generalReasons: Readonly<Record<string, Label>> = {
  'value.not_json': {
    en: 'This is no JSON: check its quotes, commas and brackets.',
    fr: 'Ce n’est pas du JSON : vérifiez les guillemets, les virgules et les crochets.',
  },
  'row.update_update': {
    en: 'Somebody else changed the same field meanwhile.',
    fr: 'Quelqu’un d’autre a modifié le même champ entre-temps.',
  },
  'row.update_delete': {
    en: 'What you changed is no longer there: somebody else deleted it, or you may not see it any more.',
    fr: 'Ce que vous avez modifié n’existe plus : quelqu’un l’a supprimé, ou vous ne pouvez plus le voir.',
  },
  'row.delete_update': {
    en: 'Somebody else changed what you deleted.',
    fr: 'Quelqu’un d’autre a modifié ce que vous avez supprimé.',
  },
  'batch.not_offered': {
    en: 'This can’t be done with this row as it is now.',
    fr: 'Ceci n’est pas possible avec cette ligne dans son état actuel.',
  },
  'batch.too_many': {
    en: 'These are {{count}} rows. At most {{most}} are changed at once: narrow the list.',
    fr: 'Cela fait {{count}} lignes. On en modifie {{most}} à la fois au plus : restreignez la liste.',
  },
  'batch.no_key': {
    en: 'Rows of a view have no key, so they can’t be changed.',
    fr: 'Les lignes d’une vue n’ont pas de clé : elles ne peuvent pas être modifiées.',
  },
  'view.name_taken': {
    en: 'You have a view “{{name}}” already. Choose another name.',
    fr: 'Vous avez déjà une vue « {{name}} ». Choisissez un autre nom.',
  },
  'view.too_many': {
    en: 'There are {{most}} views already. Delete one that you don’t need.',
    fr: 'Il y a déjà {{most}} vues. Supprimez-en une dont vous n’avez pas besoin.',
  },
  'view.no_place': {
    en: 'This project has no place for shared views yet. Ask an administrator to install Outpost’s SQL anew.',
    fr: 'Ce projet n’a pas encore de place pour les vues partagées. Demandez à un administrateur de réinstaller le SQL d’Outpost.',
  },
  'view.not_yours': {
    en: 'Only whoever shares a view can keep it for themselves again. Save it as a new view of your own.',
    fr: 'Seul qui partage une vue peut la reprendre pour soi. Enregistrez-la comme nouvelle vue à vous.',
  },
  precondition: ownWords,
  refused: ownWords,
  database_error: ownWords,

  'journal.newer': {
    en: 'A newer Outpost has worked in this workspace, and this one can’t read what it wrote. Update this console; everything decided stays as it is until then.',
    fr: 'Un Outpost plus récent a travaillé dans cet espace, et celui-ci ne peut pas lire ce qu’il a écrit. Mettez cette console à jour ; tout ce qui a été décidé reste en place d’ici là.',
  },
  'row.not_kept': {
    en: 'This row is not kept on this computer. Go online, and it is fetched, if it is still there.',
    fr: 'Cette ligne n’est pas gardée sur cet ordinateur. Passez en ligne : elle sera récupérée, si elle existe encore.',
  },
  'scope.no_such_table': {
    en: 'There is no such table on this computer.',
    fr: 'Il n’y a pas de telle table sur cet ordinateur.',
  },
  'scope.no_such_time': {
    en: 'Rows can only be kept by a date or a time of the table; “{{column}}” is none.',
    fr: 'Les lignes ne peuvent être gardées que d’après une date ou une heure de la table ; « {{column}} » n’en est pas une.',
  },
  'scope.no_moment': internal,
  'rows.too_many': internal,
  not_null_violation: { en: '“{{field}}” must not be empty.', fr: '« {{field}} » ne doit pas être vide.' },
  foreign_key_violation: {
    en: 'What “{{field}}” refers to is not there, or no longer.',
    fr: 'Ce à quoi « {{field}} » renvoie n’existe pas, ou plus.',
  },
  still_used: {
    en: 'Something still refers to it, so it can’t be removed or renamed.',
    fr: 'Autre chose y renvoie encore : impossible de le supprimer ou de le renommer.',
  },
  unique_violation: {
    en: 'There is already another one with the same “{{field}}”.',
    fr: 'Il en existe déjà un avec le même « {{field}} ».',
  },
  check_violation: {
    en: '“{{field}}” has a value that is not allowed here.',
    fr: '« {{field}} » a une valeur qui n’est pas permise ici.',
  },
  exclusion_violation: { en: 'It overlaps with another one.', fr: 'Cela chevauche un autre élément.' },
  value_too_long: { en: '“{{field}}” is too long.', fr: '« {{field}} » est trop long.' },
  value_out_of_range: {
    en: '“{{field}}” is a number that is too large here.',
    fr: '« {{field}} » est un nombre trop grand ici.',
  },
  value_invalid: {
    en: '“{{field}}” has a form that can’t be read.',
    fr: '« {{field}} » a une forme illisible.',
  },
  column_not_writable: {
    en: 'A field that only the database fills in can’t be changed.',
    fr: 'Un champ que seule la base de données remplit ne peut pas être modifié.',
  },
  not_allowed: {
    en: 'Your role ({{role}}) does not allow this: it lacks the right to {{right}} in “{{where}}”. Ask an administrator for it, then send the decision again.',
    fr: 'Votre rôle ({{role}}) ne permet pas cette action : il lui manque le droit de {{right}} dans « {{where}} ». Demandez-le à un administrateur, puis renvoyez la décision.',
  },
  unknown_column: {
    en: 'The server no longer has the field “{{field}}”: its tables have changed. What you wrote is kept here.',
    fr: 'Le serveur n’a plus le champ « {{field}} » : ses tables ont changé. Ce que vous avez écrit est gardé ici.',
  },
  unknown_relation: {
    en: 'The server no longer has this table. What you wrote is kept here.',
    fr: 'Le serveur n’a plus cette table. Ce que vous avez écrit est gardé ici.',
  },
  unknown_function: {
    en: 'The server does not have this action, or it asks for something else by now. What you wrote is kept here.',
    fr: 'Le serveur n’a pas cette action, ou elle demande désormais autre chose. Ce que vous avez écrit est gardé ici.',
  },

  'operation.ignored': {
    en: 'A rule of the server ignored this change: nothing was changed.',
    fr: 'Une règle du serveur a ignoré cette modification : rien n’a changé.',
  },
  'operation.bad_key': internal,
  'operation.no_base': internal,
  'operation.unknown': internal,
  'push.bad_entries': internal,
  'entry.reused': {
    en: 'Another decision was sent under the same number before, so this one was not carried out.',
    fr: 'Une autre décision a déjà été envoyée sous le même numéro ; celle-ci n’a pas été exécutée.',
  },
  'entry.sent': {
    en: 'It is too late to take this back: it is on its way.',
    fr: 'Il est trop tard pour la reprendre : elle est déjà partie.',
  },
  'relation.unknown': schemaChanged,
  'relation.other_columns': schemaChanged,
  'relation.no_key': notMirrored,
  'relation.not_mirrored': notMirrored,
  'server.rewound': {
    en: 'The server was set back to an earlier state. Nothing is sent until you decide what to do.',
    fr: 'Le serveur a été remis dans un état antérieur. Rien ne part avant votre décision.',
  },

  'person.waits': {
    en: 'Decisions ({{count}}) of {{email}} wait on this computer and never go out under another name. Let that person sign in and sync first.',
    fr: 'Des décisions ({{count}}) de {{email}} attendent sur cet ordinateur et ne partent jamais sous un autre nom. Que cette personne se connecte et synchronise d’abord.',
  },
  'server.other': {
    en: 'This is not the server that this copy came from. Nothing is sent until you decide what to do.',
    fr: 'Ce n’est pas le serveur dont vient cette copie. Rien ne part avant votre décision.',
  },
  'server.other_system': {
    en: 'This project runs {{there}}, and this workspace is for {{here}}. Add it as a workspace of its own.',
    fr: 'Ce projet porte {{there}}, et cet espace est prévu pour {{here}}. Ajoutez-le comme espace de travail à part.',
  },
  'server.unanswered': {
    en: 'Say for each of the {{count}} decisions that the server has lost whether it is sent again or left.',
    fr: 'Dites pour chacune des {{count}} décisions perdues par le serveur si elle est renvoyée ou laissée.',
  },
  'server.not_lost': {
    en: 'This decision is not among those that the server has lost. Look at the list again.',
    fr: 'Cette décision n’est pas parmi celles que le serveur a perdues. Regardez de nouveau la liste.',
  },

  'answer.endless': {
    en: 'The server’s answer had no end and was cut off. Nothing is lost; it will be tried again.',
    fr: 'La réponse du serveur n’avait pas de fin et a été coupée. Rien n’est perdu ; un nouvel essai suivra.',
  },
  'network.https': {
    en: 'This server wants an address that begins with https. Correct the address.',
    fr: 'Ce serveur demande une adresse qui commence par https. Corrigez l’adresse.',
  },
  'network.certificate': {
    en: 'The server’s certificate is not to be trusted, so nothing was sent. Check the address, and sign in to this network if it asks for that.',
    fr: 'Le certificat du serveur n’est pas digne de confiance ; rien n’a été envoyé. Vérifiez l’adresse, et connectez-vous à ce réseau s’il le demande.',
  },
  'network.certificate_expired': {
    en: 'The server’s certificate is not valid today, so nothing was sent. Check this computer’s date and time; if they are right, tell the administrator.',
    fr: 'Le certificat du serveur n’est pas valable aujourd’hui ; rien n’a été envoyé. Vérifiez la date et l’heure de cet ordinateur ; si elles sont justes, prévenez l’administrateur.',
  },
  'network.sign_in': {
    en: 'This network wants you to sign in first: open any page in a browser. Your work is saved here and is sent afterwards.',
    fr: 'Ce réseau demande d’abord une connexion : ouvrez une page dans un navigateur. Votre travail est enregistré ici et partira ensuite.',
  },
  'network.no_such_host': {
    en: 'Nobody knows this address. Check how it is written; if it is right, the network may be down.',
    fr: 'Personne ne connaît cette adresse. Vérifiez son écriture ; si elle est juste, le réseau est peut-être en panne.',
  },
  'key.secret': {
    en: 'This is the secret key of the project, which must never leave its servers. Enter the publishable (anon) key.',
    fr: 'C’est la clé secrète du projet, qui ne doit jamais quitter ses serveurs. Saisissez la clé publique (anon).',
  },
  'auth.email_not_confirmed': {
    en: 'Confirm your e-mail address first: follow the link you were sent.',
    fr: 'Confirmez d’abord votre adresse e-mail : suivez le lien reçu.',
  },
  'auth.email_provider_disabled': {
    en: 'This project does not let people sign in with a password.',
    fr: 'Ce projet ne permet pas de se connecter avec un mot de passe.',
  },
  'file.unknown': {
    en: 'This version has no file that you may see.',
    fr: 'Cette version n’a pas de fichier que vous puissiez voir.',
  },
  'file.not_here': {
    en: 'The file is not on this computer. Open the document again to fetch it.',
    fr: 'Le fichier n’est pas sur cet ordinateur. Rouvrez le document pour le chercher.',
  },
  'export.too_many': {
    en: 'This is more than a workbook holds. Filter the rows, show fewer columns, or export them as CSV.',
    fr: 'C’est plus qu’un classeur ne contient. Filtrez les lignes, affichez moins de colonnes, ou exportez en CSV.',
  },
  'export.long_cell': {
    en: 'A value of {{column}} is longer than a workbook’s cell holds. Hide that column, or export as CSV.',
    fr: 'Une valeur de {{column}} est plus longue qu’une cellule de classeur. Masquez cette colonne, ou exportez en CSV.',
  },
  'sql.long': {
    en: 'By estimate this works for about {{seconds}} seconds in which it can’t be stopped, and lists and syncing wait. Narrow it down with a condition, or run it all the same.',
    fr: 'D’après l’estimation, cette requête travaille environ {{seconds}} secondes sans pouvoir être arrêtée ; les listes et la synchronisation attendent. Restreignez-la par une condition, ou exécutez-la quand même.',
  },
  'sql.only_reads': {
    en: 'This only reads. Change rows through their forms.',
    fr: 'Ici, on ne fait que lire. Modifiez les lignes par leurs formulaires.',
  },
}
