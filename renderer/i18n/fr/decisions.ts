import type { decisions as words } from '../en/decisions.ts'
import type { Words } from '../words.ts'

export const decisions: Words<typeof words> = {
  insert: 'Ajouter {{what}}',
  update: 'Modifier {{what}}',
  delete: 'Supprimer {{what}}',
  review_document: { APPROVED: 'Approuver {{document}}', REJECTED: 'Refuser {{document}}' },
  change_dossier_status: { any: 'Passer {{dossier}} à « {{p_to_status}} »' },
  assign_dossier: { any: 'Confier {{dossier}} à {{agent}}' },
  send_payment_reminder: { any: 'Relancer {{client}} pour le paiement' },
  create_payment_link: { any: 'Lien de paiement pour {{prospect}}' },
  send_message: { any: 'Écrire à {{client}}' },
  word: { version: 'version {{value}}' },
  field: {
    agent_id: 'Agent',
    amount: 'Montant',
    body: 'Message',
    channel: 'Canal',
    comment: 'Commentaire',
    email: 'E-mail',
    expires_at: 'Valable jusqu’au',
    from_agent_id: 'Détenu par',
    from_status: 'De',
    note: 'Note',
    phone: 'Téléphone',
    prospect_email: 'E-mail',
    prospect_name: 'Nom',
    status: 'Décision',
    to_status: 'À',
    version: 'Version',
  },
}
