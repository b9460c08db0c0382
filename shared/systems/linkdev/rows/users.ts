// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Everybody with an account: customers, and the staff among them. */
export interface UsersRow {
  readonly id: string
  readonly full_name: string | null
  readonly avatar_url: string | null
  /** From before billing went through organisations; kept, no longer used. */
  readonly billing_address: unknown | null
  /** From before billing went through organisations; kept, no longer used. */
  readonly payment_method: unknown | null
  /** 3 to 30 letters, digits or underscores; nobody else has the same, whatever the case. */
  readonly username: string | null
  /** How the person is shown to others. */
  readonly display_name: string | null
  /** Mr, Ms, Dr … */
  readonly personal_title: string | null
  readonly first_name: string | null
  readonly middle_name: string | null
  readonly last_name: string | null
  readonly email: string | null
  /** With the plus: +33. */
  readonly phone_country_code: string | null
  readonly phone_number: string | null
  readonly personal_apt_suite: string | null
  readonly personal_street_address_1: string | null
  readonly personal_street_address_2: string | null
  readonly personal_city: string | null
  readonly personal_state: string | null
  readonly personal_postal_code: string | null
  readonly personal_country: string | null
  readonly bio: string | null
  /** List of schools, each with years. */
  readonly education: unknown
  /** List of posts held, each with years. */
  readonly work_experience: unknown
  readonly business_position: string | null
  readonly business_company: string | null
  readonly business_apt_suite: string | null
  readonly business_street_address_1: string | null
  readonly business_street_address_2: string | null
  readonly business_city: string | null
  readonly business_state: string | null
  readonly business_postal_code: string | null
  readonly business_country: string | null
  /** super_admin and admin may use the console; user may not. */
  readonly account_type: 'super_admin' | 'admin' | 'user'
  /** The person has filled in what the profile asks for. */
  readonly profile_completed: boolean
  /** The person has been through the first steps after sign-up. */
  readonly onboarding_completed: boolean
  readonly onboarding_completed_at: string | null
  /** The language in which the person is written to. */
  readonly language: 'en' | 'fr'
  /** Name of a time zone, such as Europe/Paris. */
  readonly time_zone: string
  readonly created_at: string
  readonly updated_at: string
}
