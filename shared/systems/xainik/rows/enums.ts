// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type DonationStatus = 'pending' | 'succeeded' | 'failed' | 'refunded'

export type EmailStatus = 'queued' | 'sent' | 'delivered' | 'bounced' | 'failed'

export type InvoiceStatus = 'draft' | 'issued' | 'paid' | 'void'

export type ModerationStatus = 'pending' | 'approved' | 'hidden'

export type PaymentEventStatus = 'received' | 'processed' | 'ignored' | 'failed'

export type PlanInterval = 'month' | 'quarter' | 'year' | 'once'

export type ResumeRequestStatus = 'pending' | 'in_review' | 'approved' | 'fulfilled' | 'declined' | 'withdrawn'

export type SubscriptionStatus = 'trialing' | 'active' | 'past_due' | 'canceled' | 'expired'

export type UserRole = 'veteran' | 'recruiter' | 'supporter' | 'admin' | 'moderator' | 'partner'
