import type { Label } from '#shared/systems/manifest.ts'

/** Why a file, a column or a row can't be imported. */
export const importReasons: Readonly<Record<string, Label>> = {
  'import.format': {
    en: 'Choose a file that ends in .csv, .xlsx or .jsonl.',
    fr: 'Choisissez un fichier dont le nom finit par .csv, .xlsx ou .jsonl.',
  },
  'import.gone': {
    en: 'This file is not here any more. Choose it again.',
    fr: 'Ce fichier n’est plus ici. Choisissez-le de nouveau.',
  },
  'import.file_too_large': {
    en: 'The file has more than 50 MB. Divide it into several.',
    fr: 'Le fichier dépasse 50 Mo. Divisez-le en plusieurs.',
  },
  'import.too_many': {
    en: 'The file has {{rows}} rows; {{most}} can be imported at once. Divide it into several files.',
    fr: 'Le fichier a {{rows}} lignes ; {{most}} peuvent être importées à la fois. Divisez-le en plusieurs fichiers.',
  },
  'import.too_much': {
    en: 'There is more in this file than this computer can hold. Divide it into several.',
    fr: 'Ce fichier contient plus que cet ordinateur ne peut tenir. Divisez-le en plusieurs.',
  },
  'import.unpacks_too_large': {
    en: 'This workbook unpacks to more than 300 MB. Save the sheet as CSV, and import that.',
    fr: 'Ce classeur décompressé dépasse 300 Mo. Enregistrez la feuille en CSV et importez celui-ci.',
  },
  'import.no_workbook': {
    en: 'This file is no Excel workbook (.xlsx), or it is damaged or locked with a password. Open it in Excel and save it anew.',
    fr: 'Ce fichier n’est pas un classeur Excel (.xlsx), ou il est abîmé ou protégé par un mot de passe. Ouvrez-le dans Excel et enregistrez-le à nouveau.',
  },
  'import.encoding': {
    en: 'The letters of this file are not written as UTF-8. In Excel, save it as “CSV UTF-8”, or as a workbook.',
    fr: 'Les lettres de ce fichier ne sont pas écrites en UTF-8. Dans Excel, enregistrez-le en « CSV UTF-8 » ou en classeur.',
  },
  'import.no_rows': {
    en: 'There are no rows in this file: it needs a first row with names, and others below.',
    fr: 'Ce fichier n’a pas de lignes : il lui faut une première ligne avec des noms, et d’autres en dessous.',
  },
  'import.double_header': {
    en: 'Two columns of the file are called “{{name}}”. Give each a name of its own in its first row.',
    fr: 'Deux colonnes du fichier s’appellent « {{name}} ». Donnez à chacune son propre nom dans la première ligne.',
  },
  'import.open_quote': {
    en: 'A quotation mark that is opened in line {{line}} is not closed as it must be.',
    fr: 'Un guillemet ouvert à la ligne {{line}} n’est pas fermé comme il le faut.',
  },
  'import.ragged': {
    en: 'This line has {{here}} values, and the first one {{header}}.',
    fr: 'Cette ligne a {{here}} valeurs, et la première {{header}}.',
  },
  'import.not_an_object': {
    en: 'This line is no JSON object, such as {"name": "value"}.',
    fr: 'Cette ligne n’est pas un objet JSON, tel que {"nom": "valeur"}.',
  },
  'import.computed': {
    en: '“{{column}}” is worked out by the database and can’t be imported.',
    fr: '« {{column}} » est calculé par la base de données et ne peut pas être importé.',
  },
  'import.no_such_column': {
    en: 'The file has no such column for “{{column}}”.',
    fr: 'Le fichier n’a pas de telle colonne pour « {{column}} ».',
  },
  'import.no_reference': {
    en: '“{{column}}” refers to no other table, so there are no words to look for.',
    fr: '« {{column}} » ne renvoie à aucune autre table : il n’y a pas de mots à chercher.',
  },
  'import.no_key': {
    en: 'Choose a unique key whose columns are all in the import, by which rows are found.',
    fr: 'Choisissez une clé unique dont toutes les colonnes sont dans l’import, pour retrouver les lignes.',
  },
  'import.not_number': {
    en: 'This is no number of its kind: write 1234.5, without blanks or signs of a currency.',
    fr: 'Ce n’est pas un nombre de cette sorte : écrivez 1234.5, sans espaces ni symbole monétaire.',
  },
  'import.not_boolean': { en: 'Write true or false.', fr: 'Écrivez true ou false.' },
  'import.not_date': { en: 'This is no date: write 2026-01-31.', fr: 'Ce n’est pas une date : écrivez 2026-01-31.' },
  'import.not_time': {
    en: 'This is no date and time: write 2026-01-31 14:30, with +02:00 where it matters.',
    fr: 'Ce n’est pas une date et heure : écrivez 2026-01-31 14:30, avec +02:00 si cela compte.',
  },
  'import.not_uuid': { en: 'This is no id.', fr: 'Ce n’est pas un identifiant.' },
  'import.not_json': {
    en: 'This is no JSON: check its quotes, commas and brackets.',
    fr: 'Ce n’est pas du JSON : vérifiez les guillemets, les virgules et les crochets.',
  },
  'import.not_list': {
    en: 'This is no list: write ["one", "two"].',
    fr: 'Ce n’est pas une liste : écrivez ["un", "deux"].',
  },
  'import.not_listed': {
    en: 'It must be one of these: {{values}}.',
    fr: 'Ce doit être l’une de ces valeurs : {{values}}.',
  },
  'import.unreadable': { en: 'This can’t be read as {{type}}.', fr: 'Ceci ne peut pas être lu comme {{type}}.' },
  'import.no_such_label': {
    en: 'No row that you may see has this name.',
    fr: 'Aucune ligne que vous pouvez voir ne porte ce nom.',
  },
  'import.many_labels': {
    en: '{{found}} rows have this name: give the key instead.',
    fr: '{{found}} lignes portent ce nom : donnez plutôt la clé.',
  },
  'import.twice': {
    en: 'Line {{line}} of the file has the same value already.',
    fr: 'La ligne {{line}} du fichier a déjà la même valeur.',
  },
  'import.no_key_value': {
    en: 'The value is missing by which the row would be found.',
    fr: 'Il manque la valeur qui permettrait de retrouver la ligne.',
  },
  'import.no_such_row': {
    en: 'There is no such row to change, or you may not see it.',
    fr: 'Il n’y a pas de telle ligne à modifier, ou vous ne pouvez pas la voir.',
  },
}
