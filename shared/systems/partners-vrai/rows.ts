// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type ActorType = 'USER' | 'AGENT' | 'SYSTEM'

export type DocumentStatus = 'MISSING' | 'PENDING' | 'APPROVED' | 'REJECTED'

export type DossierStatusCode = 'NEW' | 'AWAITING_DOCUMENTS' | 'UNDER_REVIEW' | 'CORRECTIONS_REQUESTED' | 'IN_PREPARATION' | 'READY_TO_FILE' | 'FILED' | 'AUTHORITY_QUERY' | 'REGISTERED' | 'DELIVERED' | 'COMPLETED' | 'ON_HOLD' | 'CANCELLED'

export type DossierType = 'LLC_FORMATION' | 'COMPANY_SETUP' | 'TAX_REGISTRATION' | 'COMPLIANCE' | 'TRADEMARK' | 'BANKING'

export type EventType = 'DOSSIER_CREATED' | 'DOSSIER_STATUS_CHANGED' | 'DOSSIER_ASSIGNED' | 'STEP_COMPLETED' | 'DOCUMENT_UPLOADED' | 'DOCUMENT_REVIEWED' | 'MESSAGE_SENT' | 'PAYMENT_REQUESTED' | 'PAYMENT_RECEIVED'

export type NotificationChannel = 'EMAIL' | 'WHATSAPP' | 'SMS' | 'IN_APP' | 'PUSH'

export type NotificationStatus = 'PENDING' | 'SENT' | 'FAILED' | 'READ'

export type OrderStatus = 'PENDING' | 'PAID' | 'FAILED' | 'CANCELLED' | 'REFUNDED'

export type ReviewStatus = 'APPROVED' | 'REJECTED'

export type UserStatus = 'PENDING' | 'ACTIVE' | 'SUSPENDED'

/** Staff: the people who may use the console. */
export interface AgentsRow {
  readonly id: string
  readonly email: string
  readonly full_name: string
  /** agent: daily work. super_admin: also the catalogue, the staff and the payment events. */
  readonly role: 'agent' | 'super_admin'
  /** Off: the person can sign in but sees and does nothing as staff. */
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}

/** Decisions about versions of documents. Never changed: a later one may replace an earlier. */
export interface DocumentReviewsRow {
  readonly id: string
  readonly document_id: string
  readonly document_version_id: string
  readonly reviewer_id: string
  readonly status: ReviewStatus
  /** What the client is told; a rejection always has one. */
  readonly comment: string | null
  /** The earlier decision on the same version that this one replaces. */
  readonly replaces_review_id: string | null
  readonly reviewed_at: string
}

/** Kinds of documents that clients are asked for. */
export interface DocumentTypesRow {
  readonly id: string
  readonly code: string
  readonly label: string
  readonly description: string | null
  /** File types that may be uploaded, as MIME types. */
  readonly accepted_mime_types: readonly string[]
  readonly created_at: string
}

/** Uploaded files. A version is never changed; a correction is a new one. */
export interface DocumentVersionsRow {
  readonly id: string
  readonly document_id: string
  /** Counted from 1 within the document. */
  readonly version: number
  /** Path in the bucket "documents": dossier/document/file. */
  readonly file_url: string
  readonly file_name: string
  readonly mime_type: string
  /** Size of the file in bytes. */
  readonly size_bytes: string
  /** Fingerprint of the file, by which a download is checked. */
  readonly sha256: string
  readonly uploaded_by_type: ActorType
  readonly uploaded_by_id: string | null
  readonly uploaded_at: string
}

/** A document that a dossier needs; its files are the versions. */
export interface DocumentsRow {
  readonly id: string
  readonly dossier_id: string
  readonly document_type_id: string
  readonly step_instance_id: string | null
  readonly status: DocumentStatus
  /** The newest version, the only one that can be reviewed. */
  readonly current_version_id: string | null
  /** Upload time of the version that waits for a review; the queue is in this order. */
  readonly waiting_since: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Who held which dossier, from when to when. */
export interface DossierAssignmentsRow {
  readonly id: string
  readonly dossier_id: string
  readonly agent_id: string
  /** Who gave it; the same person when it was taken over. */
  readonly assigned_by: string | null
  readonly note: string | null
  readonly assigned_at: string
  /** Empty while the agent holds the dossier. */
  readonly released_at: string | null
}

/** One bought service for one client, from payment to delivery. */
export interface DossiersRow {
  readonly id: string
  /** The number that people use, D-year-number. The server gives it. */
  readonly reference: string
  readonly user_id: string
  readonly product_id: string
  readonly order_id: string | null
  readonly type: DossierType
  readonly status: DossierStatusCode
  /** The change that set the status; its event carries the same id. */
  readonly status_change_id: string | null
  readonly status_changed_at: string
  /** Why the status was changed, as the client is told. */
  readonly status_comment: string | null
  /** The company that the dossier is about, once it has a name. */
  readonly company_name: string | null
  /** The agent who holds the dossier. */
  readonly assigned_to: string | null
  /** The step where the dossier is now. */
  readonly current_step_instance_id: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Everything that has happened, in order. No one can change or delete an entry. */
export interface EventsRow {
  readonly id: string
  readonly event_type: EventType
  /** The table of what it happened to. */
  readonly entity_type: string
  /** The row of that table. */
  readonly entity_id: string
  readonly dossier_id: string | null
  /** The client whom it concerns. */
  readonly user_id: string | null
  readonly actor_type: ActorType
  readonly actor_id: string | null
  /** Details, by kind of event. */
  readonly payload: unknown
  readonly created_at: string
}

/** Conversation between a client and the staff about a dossier. */
export interface MessagesRow {
  readonly id: string
  readonly dossier_id: string
  readonly sender_type: ActorType
  readonly sender_id: string | null
  readonly body: string
  /** When the other side has read it. */
  readonly read_at: string | null
  readonly created_at: string
}

/** A notification on its way through one channel. */
export interface NotificationDeliveriesRow {
  readonly id: string
  readonly notification_id: string
  readonly channel: NotificationChannel
  readonly status: NotificationStatus
  /** Why the last try failed. */
  readonly error: string | null
  readonly sent_at: string | null
  readonly created_at: string
}

/** What a client is told, once; the deliveries say by which ways. */
export interface NotificationsRow {
  readonly id: string
  readonly user_id: string
  readonly event_id: string | null
  readonly dossier_id: string | null
  /** Which text is sent: document.approved, document.rejected, … */
  readonly template: string
  /** Words for the text. */
  readonly params: unknown
  readonly read_at: string | null
  readonly created_at: string
}

/** What a client has ordered, and whether it is paid. */
export interface OrdersRow {
  readonly id: string
  readonly user_id: string
  readonly product_id: string
  readonly payment_link_id: string | null
  /** Amount to pay, in the currency beside it. */
  readonly amount: string
  readonly currency: string
  readonly status: OrderStatus
  /** Stripe's checkout session, cs_… */
  readonly stripe_checkout_session_id: string | null
  /** Stripe's payment, pi_… */
  readonly stripe_payment_intent_id: string | null
  readonly paid_at: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Links sent to prospects: who opens one can register and pay for a product. */
export interface PaymentLinksRow {
  readonly id: string
  /** The secret part of the link: 256 bits that cannot be guessed. */
  readonly token: string
  readonly product_id: string
  readonly prospect_email: string
  readonly prospect_name: string | null
  /** What the prospect is asked to pay; may differ from the product's price. */
  readonly amount: string
  readonly currency: string
  readonly created_by: string
  /** The client who used the link. */
  readonly user_id: string | null
  /** The link stops working at this time. */
  readonly expires_at: string
  readonly used_at: string | null
  readonly created_at: string
}

/** Reminders to suspended clients about an unpaid order, at most one every 3 days. */
export interface PaymentRemindersRow {
  readonly id: string
  readonly user_id: string
  readonly order_id: string
  readonly channel: NotificationChannel
  readonly sent_by_type: ActorType
  readonly sent_by_id: string | null
  /** When it was decided to send it. */
  readonly sent_at: string
  /** When the server had it: later than the decision if that was made offline. */
  readonly created_at: string
}

/** Documents that wait for a review. Order by waiting_since, document_id: an index holds that order. */
export interface PendingReviewsRow {
  readonly document_id: string | null
  readonly version_id: string | null
  readonly version: number | null
  readonly document_type: string | null
  readonly dossier_id: string | null
  readonly dossier_reference: string | null
  readonly assigned_to: string | null
  readonly user_id: string | null
  readonly user_name: string | null
  readonly file_url: string | null
  readonly uploaded_at: string | null
  readonly waiting_since: string | null
}

/** The steps of each product, in order. */
export interface ProductStepsRow {
  readonly id: string
  readonly product_id: string
  readonly step_id: string
  /** Place in the product, counted from 1. */
  readonly position: number
  /** The status that a dossier gets when it enters this step. */
  readonly dossier_status: DossierStatusCode
}

/** Services on sale. Each has its own steps. */
export interface ProductsRow {
  readonly id: string
  /** A short name that never changes, for links and imports. */
  readonly code: string
  readonly name: string
  readonly description: string | null
  /** The type that a dossier of this product gets. */
  readonly dossier_type: DossierType
  /** Price without tax, in the currency beside it. */
  readonly price: string
  readonly currency: string
  /** Off: no longer sold; running dossiers go on. */
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}

/** Clients: people who have registered to buy a service. */
export interface ProfilesRow {
  readonly id: string
  readonly email: string
  readonly full_name: string
  readonly phone: string | null
  /** Country of residence, two letters (ISO 3166). */
  readonly country: string | null
  /** The language in which the client is written to. */
  readonly language: 'en' | 'fr'
  /** SUSPENDED until the first order is paid, ACTIVE after. */
  readonly status: UserStatus
  /** Ways in which the client wants to be notified. */
  readonly notification_channels: readonly NotificationChannel[]
  readonly created_at: string
  readonly updated_at: string
}

/** Which documents a step of a product asks for. */
export interface StepDocumentRequirementsRow {
  readonly id: string
  readonly product_step_id: string
  readonly document_type_id: string
  /** The step is complete only when this document is approved. */
  readonly is_required: boolean
  readonly created_at: string
}

/** A step as one dossier goes through it. */
export interface StepInstancesRow {
  readonly id: string
  readonly dossier_id: string
  readonly step_id: string
  /** Empty while the step is still to come. */
  readonly started_at: string | null
  readonly completed_at: string | null
  readonly completed_by_type: ActorType | null
  readonly completed_by_id: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Steps that products are made of. */
export interface StepsRow {
  readonly id: string
  /** A short name that never changes. */
  readonly code: string
  readonly label: string
  readonly description: string | null
  readonly created_at: string
}

/** Webhook events already received from Stripe, so that none is handled twice. */
export interface StripeEventsRow {
  readonly id: string
  /** Stripe's own id, evt_… */
  readonly stripe_event_id: string
  readonly type: string
  readonly order_id: string | null
  /** The event as Stripe sent it. */
  readonly payload: unknown
  readonly error: string | null
  readonly received_at: string
  /** Empty while it waits, or when handling it failed. */
  readonly processed_at: string | null
}

/** Suspended clients with an unpaid order, and whether a reminder may be sent now. */
export interface SuspendedUnpaidRow {
  readonly user_id: string | null
  readonly email: string | null
  readonly full_name: string | null
  readonly order_id: string | null
  readonly amount: string | null
  readonly currency: string | null
  readonly product_name: string | null
  readonly created_at: string | null
  readonly last_reminded_at: string | null
  readonly can_be_reminded: boolean | null
}

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
