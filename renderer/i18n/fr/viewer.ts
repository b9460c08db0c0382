import type { viewer as words } from '../en/viewer.ts'
import type { Words } from '../words.ts'

export const viewer: Words<typeof words> = {
  document: 'Document',
  toolbar: 'Affichage du document',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  zoom: 'Zoom : {{percent}}',
  fitWidth: 'Ajuster à la largeur',
  fitPage: 'Ajuster à la page',
  rotate: 'Tourner d’un quart',
  link: 'Zoomer et défiler ensemble',
  unlink: 'Zoomer et défiler séparément',
  onePage: '1 page',
  page: 'Page {{page}} sur {{pages}}',
  ofPages: '/ {{pages}}',
  pageBroken: 'La page {{page}} est endommagée et ne peut pas être affichée.',
  fetching: 'Récupération du document',
  opening: 'Ouverture du document',
  reading: '{{done}} sur {{total}}',
  stop: 'Arrêter',
  failed: 'Le document ne peut pas être affiché',
  away: {
    title: 'Ce document n’est pas sur cet ordinateur',
    hint: 'Il sera récupéré dès que vous serez en ligne. En attendant, vous pouvez continuer avec les autres.',
  },
  missing: {
    title: 'Aucun fichier pour cette version',
    hint: 'Il a peut-être été supprimé sur le serveur. Demandez au client de l’envoyer à nouveau.',
  },
  tooLarge: {
    title: 'Le fichier est trop volumineux pour être affiché ici',
    hint: 'La limite est de 50 Mo. Demandez au client une numérisation plus légère.',
  },
  damaged: {
    title: 'Le fichier n’est pas celui qui a été envoyé',
    hint: 'Son contenu ne correspond pas à son empreinte, il n’est donc pas affiché. Réessayez pour le récupérer à nouveau ; sinon, redemandez-le au client.',
  },
  corrupt: {
    title: 'Le fichier est endommagé',
    hint: 'Il est arrivé en entier, mais n’est pas un document lisible. Rejetez-le avec un commentaire, pour que le client l’envoie à nouveau.',
  },
  locked: {
    title: 'Le fichier est protégé par un mot de passe',
    hint: 'Demandez au client une copie sans mot de passe.',
  },
  unsupported: {
    title: 'Ce type de fichier ne peut pas être affiché',
    hint: 'Les documents sont en PDF, JPEG, PNG, WebP ou GIF. Demandez l’un de ces formats au client.',
  },
  cancelled: {
    title: 'Arrêté',
    hint: 'Le document n’a pas été lu jusqu’au bout.',
  },
}
