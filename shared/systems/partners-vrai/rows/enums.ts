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
