/**
 * Decisions in words. A function has a sentence for a value it was given, or for `any`; the holes are
 * words of the entry's subject and arguments. Functions without one take their label from the manifest.
 */
export const decisions = {
  insert: 'Add {{what}}',
  update: 'Change {{what}}',
  delete: 'Delete {{what}}',
  review_document: { APPROVED: 'Approve {{document}}', REJECTED: 'Reject {{document}}' },
  change_dossier_status: { any: 'Move {{dossier}} to “{{p_to_status}}”' },
  assign_dossier: { any: 'Hand {{dossier}} to {{agent}}' },
  send_payment_reminder: { any: 'Remind {{client}} of the payment' },
  create_payment_link: { any: 'Payment link for {{prospect}}' },
  send_message: { any: 'Write to {{client}}' },
  word: { version: 'version {{value}}' },
  field: {
    agent_id: 'Agent',
    amount: 'Amount',
    body: 'Message',
    channel: 'Channel',
    comment: 'Comment',
    email: 'E-mail',
    expires_at: 'Valid until',
    from_agent_id: 'Held by',
    from_status: 'From',
    note: 'Note',
    phone: 'Phone',
    prospect_email: 'E-mail',
    prospect_name: 'Name',
    status: 'Decision',
    to_status: 'To',
    version: 'Version',
  },
} as const
