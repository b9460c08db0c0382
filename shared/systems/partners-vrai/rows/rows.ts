// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { AgentsRow } from './agents.ts'
import type { DocumentReviewsRow } from './document-reviews.ts'
import type { DocumentTypesRow } from './document-types.ts'
import type { DocumentVersionsRow } from './document-versions.ts'
import type { DocumentsRow } from './documents.ts'
import type { DossierAssignmentsRow } from './dossier-assignments.ts'
import type { DossiersRow } from './dossiers.ts'
import type { EventsRow } from './events.ts'
import type { MessagesRow } from './messages.ts'
import type { NotificationDeliveriesRow } from './notification-deliveries.ts'
import type { NotificationsRow } from './notifications.ts'
import type { OrdersRow } from './orders.ts'
import type { PaymentLinksRow } from './payment-links.ts'
import type { PaymentRemindersRow } from './payment-reminders.ts'
import type { PendingReviewsRow } from './pending-reviews.ts'
import type { ProductStepsRow } from './product-steps.ts'
import type { ProductsRow } from './products.ts'
import type { ProfilesRow } from './profiles.ts'
import type { StepDocumentRequirementsRow } from './step-document-requirements.ts'
import type { StepInstancesRow } from './step-instances.ts'
import type { StepsRow } from './steps.ts'
import type { StripeEventsRow } from './stripe-events.ts'
import type { SuspendedUnpaidRow } from './suspended-unpaid.ts'

/** A row of each table and view, by its name. */
export interface Rows {
  readonly 'public.agents': AgentsRow
  readonly 'public.document_reviews': DocumentReviewsRow
  readonly 'public.document_types': DocumentTypesRow
  readonly 'public.document_versions': DocumentVersionsRow
  readonly 'public.documents': DocumentsRow
  readonly 'public.dossier_assignments': DossierAssignmentsRow
  readonly 'public.dossiers': DossiersRow
  readonly 'public.events': EventsRow
  readonly 'public.messages': MessagesRow
  readonly 'public.notification_deliveries': NotificationDeliveriesRow
  readonly 'public.notifications': NotificationsRow
  readonly 'public.orders': OrdersRow
  readonly 'public.payment_links': PaymentLinksRow
  readonly 'public.payment_reminders': PaymentRemindersRow
  readonly 'public.pending_reviews': PendingReviewsRow
  readonly 'public.product_steps': ProductStepsRow
  readonly 'public.products': ProductsRow
  readonly 'public.profiles': ProfilesRow
  readonly 'public.step_document_requirements': StepDocumentRequirementsRow
  readonly 'public.step_instances': StepInstancesRow
  readonly 'public.steps': StepsRow
  readonly 'public.stripe_events': StripeEventsRow
  readonly 'public.suspended_unpaid': SuspendedUnpaidRow
}
